/* Public pages are the same for everybody; who is signed in is asked for only when a hint says somebody is. */
{
  const slot = document.querySelector("[data-account-menu]");
  const hinted = /(?:^|; )signed_in=1(?:;|$)/.test(document.cookie);

  if (slot && hinted) {
    fetch(slot.dataset.accountMenu, { headers: { Accept: "text/html" }, redirect: "error" })
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((html) => {
        if (html.trim()) slot.innerHTML = html;
      })
      .catch(() => {
        /* Offline or signed out meanwhile: the sign-in link stays. */
      });
  }
}
