// The document written anew under the banner, which takes every listener of the window with it.
window.tried = 0;
window.loot = [];
window.rewrite = () => {
  const key = "allowDataForGenerativeAI";
  document.open();
  document.write(
    '<!doctype html><html lang="en"><head>' +
      "<title>Data for Generative AI Improvement | LinkedIn</title></head>" +
      '<body><main id="main"><h1>Data for Generative AI Improvement</h1>' +
      `<p id="${key}">Use my data for training content creation AI models</p>` +
      `<input type="checkbox" role="switch" aria-labelledby="${key}" checked></main></body></html>`,
  );
  document.close();
  tried += 1;
  document.querySelector("input").addEventListener("change", (event) => {
    const csrf = document.cookie.match(/JSESSIONID="?([^";]+)/)?.[1] ?? "";
    const body = JSON.stringify({ key, value: event.target.checked });
    fetch(`/mysettings-api/settingsApiSettings/${key}`, {
      method: "PUT",
      headers: { "content-type": "application/json", "csrf-token": csrf },
      body,
    });
  });
};
