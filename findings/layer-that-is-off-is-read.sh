#!/usr/bin/env bash
# pdfjs-dist 5.6.205: getTextContent() gives the text of a layer that is switched off, and nothing beside it says so.
#
# A determination letter drafted in layers (optional content groups) may carry a former decision in a layer that is off by
# default. A viewer, pdf.js' own among them, does not draw it; getTextContent() returns its lines in the order of the page, as if they
# were there: a letter with one item that is shown has two. The group's state is to be had from getOptionalContentConfig(), but the
# items of text do not name their group: with includeMarkedContent the marks stand there with the tag OC and an id of null.
# Seen: both decisions in the text; isVisible(group) false; id null. What helps: reading the page's operator list, where the marks
# name the group, or a library that lets the caller skip groups while it collects text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" pdfjs-dist@5.6.205

cat >look.mjs <<'JS'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';

const page = `BT /F1 12 Tf 50 700 Td (MRI of the knee: Upheld) Tj ET
/OC /draft BDC BT /F1 12 Tf 50 680 Td (MRI of the knee: Overturned) Tj ET EMC`;
const objects = [
  '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >> >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources'
      + ' << /Font << /F1 6 0 R >> /Properties << /draft 5 0 R >> >> >>',
  `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
  '<< /Type /OCG /Name (Draft) >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
];
let pdf = '%PDF-1.7\n';
const offsets = objects.map((object, i) => {
  const offset = pdf.length;
  pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
  return offset;
});
const start = pdf.length;
pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
    + offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    + `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;

const document = await getDocument({data: new TextEncoder().encode(pdf), verbosity: 0}).promise;
const first = await document.getPage(1);
const text = await first.getTextContent();
const marked = await first.getTextContent({includeMarkedContent: true});
const config = await document.getOptionalContentConfig();
const [[id, group]] = [...config];
console.log('text:', text.items.map(item => item.str).filter(line => line).join(' | '));
console.log('layer:', group.name, 'visible', config.isVisible({type: 'OCG', id}));
console.log('marks:', marked.items.filter(item => item.tag).map(item => `${item.tag} ${item.id}`).join(' '));
JS
node look.mjs 2>/dev/null | tee seen
diff - seen <<'TEXT' && echo "as written above"
text: MRI of the knee: Upheld | MRI of the knee: Overturned
layer: Draft visible false
marks: OC null
TEXT
