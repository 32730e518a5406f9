// Offers the ids that a field of the rule set's form may refer to: as they stand in
// the form right now, or in the draft where the form shows one part of it. Without this
// script the fields are plain text fields.
(() => {
  const PREFIX = "rule-set-";

  const inDraft = () =>
    JSON.parse(document.getElementById("rule-set-names")?.textContent || "{}");
  const choices = (names = []) => names.map(([id, label]) => ({ id, label }));

  const inputsOf = (stem) => {
    const pattern = new RegExp(`^${stem}-\\d+-value-id$`);
    return [...document.querySelectorAll(`input[id^="${stem}-"][id$="-value-id"]`)]
      .filter((input) => pattern.test(input.id) && input.value);
  };

  const labelOf = (input) => {
    const stem = input.id.replace(/(id|framework)$/, "");
    const field = ["label", "text", "title"]
      .map((name) => document.getElementById(stem + name))
      .find(Boolean);
    return field ? field.value : "";
  };

  const shown = (inputs) =>
    inputs.map((input) => ({ id: input.value, label: labelOf(input) }));

  // Frameworks are chosen by name, so their id is the value of a list.
  const frameworks = () =>
    [...document.querySelectorAll('select[id^="candidates-"][id$="-value-framework"]')];

  // The options of the question that the same row of a scenario names.
  const optionsBeside = (field) => {
    const question = document.getElementById(field.id.replace(/option$/, "question"));
    const asked = question?.value;
    const row = inputsOf("questions").find((input) => input.value === asked);
    if (row) return shown(inputsOf(row.id.replace(/id$/, "options")));
    return choices(inDraft().options?.[asked]);
  };

  const rowsFor = (field, kind) => {
    if (kind === "options") return optionsBeside(field);
    const names = inDraft()[kind];
    if (names) return choices(names);
    return shown(kind === "frameworks" ? frameworks() : inputsOf(kind));
  };

  // Beneath the field: the words that belong to its id, or that there is no such id.
  const explain = (field, kind, rows) => {
    const row = rows.find(({ id }) => id === field.value);
    let note = field.nextElementSibling;
    if (!note?.matches("[data-id-note]")) {
      note = document.createElement("p");
      note.dataset.idNote = "";
      note.setAttribute("role", "status");
      field.after(note);
    }
    const missing = field.value ? `There is no “${field.value}” among the ${kind}.` : "";
    note.textContent = row ? row.label : missing;
  };

  const offer = ({ target }) => {
    const name = target.getAttribute?.("list");
    if (!name?.startsWith(PREFIX)) return;
    const kind = name.slice(PREFIX.length);
    let list = document.getElementById(name);
    if (!list) {
      list = document.createElement("datalist");
      list.id = name;
      document.body.append(list);
    }
    const rows = rowsFor(target, kind);
    list.replaceChildren(...rows.map(({ id, label }) => new Option(label, id)));
    explain(target, kind, rows);
  };

  document.addEventListener("focusin", offer);
  document.addEventListener("change", offer);
})();
