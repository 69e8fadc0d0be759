"use strict";
// Sorts and filters tables. Without it every table is complete and in its published order.
(function () {
  function value(row, column) {
    var text = row.cells[column].textContent.trim();
    var number = parseFloat(text.replace(/[,\u00a0]/g, ""));
    if (text === "" || text === "\u2013") { return null; }
    return /^[-\u2212+]?[\d.,]/.test(text) && !isNaN(number) && !/^\d{4}-\d/.test(text) ? number : text.toLowerCase();
  }
  function compare(a, b, direction) {
    if (a === null || b === null) { return a === b ? 0 : a === null ? 1 : -1; }
    if (typeof a === typeof b) { return (a < b ? -1 : a > b ? 1 : 0) * direction; }
    return typeof a === "number" ? -1 : 1;
  }
  function sort(table, header) {
    var ascending = header.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("thead th").forEach(function (th) { th.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    var body = table.tBodies[0];
    Array.from(body.rows)
      .map(function (row, i) { return { row: row, key: value(row, header.cellIndex), i: i }; })
      .sort(function (a, b) { return compare(a.key, b.key, ascending ? 1 : -1) || a.i - b.i; })
      .forEach(function (entry) { body.appendChild(entry.row); });
  }
  function sortable(table) {
    table.querySelectorAll("thead th").forEach(function (header) {
      var button = document.createElement("button");
      button.type = "button";
      while (header.firstChild) { button.appendChild(header.firstChild); }
      header.appendChild(button);
      button.addEventListener("click", function () { sort(table, header); });
    });
  }
  function filterable(table) {
    var box = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("output");
    box.className = "filter";
    box.append("Show rows with ", input, count);
    input.type = "search";
    input.addEventListener("input", function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      Array.from(table.tBodies[0].rows).forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.includes(word); });
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = shown + " of " + table.tBodies[0].rows.length + " rows";
    });
    table.parentNode.parentNode.insertBefore(box, table.parentNode);
  }
  document.querySelectorAll("table:not([data-plain])").forEach(function (table) {
    sortable(table);
    if (table.dataset.filter) { filterable(table); }
  });
}());
