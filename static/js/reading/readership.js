/* Says once that this page was read: a number per page and day grows, nothing else is kept or sent, no cookie either. */
{
  const page = document.body.dataset.page;
  const refused = navigator.globalPrivacyControl || navigator.doNotTrack === "1";
  const tell = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", tell);
    fetch(`/read/${page}/`, { method: "POST", credentials: "omit", keepalive: true }).catch(() => {
      /* Offline: this read is not counted. */
    });
  };

  if (page && !refused) {
    document.addEventListener("visibilitychange", tell);
    tell();
  }
}
