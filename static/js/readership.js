/* Says once that this page was read: a number per page and day grows, nothing else is kept or sent. */
{
  const page = document.body.dataset.page;
  const refused = navigator.globalPrivacyControl || navigator.doNotTrack === "1";
  const tell = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", tell);
    navigator.sendBeacon(`/read/${page}/`);
  };

  if (page && !refused && navigator.sendBeacon) {
    document.addEventListener("visibilitychange", tell);
    tell();
  }
}
