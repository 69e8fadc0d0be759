#!/usr/bin/env bash
# A workbook written by fastexcel 0.20.2 is refused by read-excel-file 9.3.17 and by exceljs 4.4.0's streaming reader.
#
# fastexcel (Java) writes its zip in one pass, with sizes behind each member in the 64-bit form of a data descriptor. Excel, LibreOffice
# and readers that begin with the zip's directory take it. Both of these JavaScript readers read the zip from the front and expect the
# 32-bit form: one says "Couldn't unzip", the other "invalid signature", and neither gives a row. exceljs' reader that loads the
# whole file gives all rows.
# The same file states its dimension as A1 whatever it holds; a reader that believes it sees one cell.
# Seen: see below. What helps: the finished workbook written again with sizes in front (java.util.zip after reading it from the directory).
set -euo pipefail
maven=${MAVEN:-$(cd "$(dirname "$0")/.." && pwd)/mvnw}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" exceljs@4.4.0 read-excel-file@9.3.17 fflate@0.8.2 2>/dev/null

cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>look</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.dhatim</groupId>
      <artifactId>fastexcel</artifactId>
      <version>0.20.2</version>
    </dependency>
  </dependencies>
</project>
XML
"$maven" -q -B -f pom.xml -Dmaven.repo.local="$folder/repository" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$folder/lib"

cat >Write.java <<'JAVA'
import java.io.FileOutputStream;
import org.dhatim.fastexcel.Workbook;

class Write {
    public static void main(String[] args) throws Exception {
        try (var out = new FileOutputStream("rates.xlsx");
                var workbook = new Workbook(out, "look", "1.0")) {
            var sheet = workbook.newWorksheet("rates");
            for (int row = 0; row < 5; row++) {
                sheet.value(row, 0, "group " + row);
                sheet.value(row, 1, row);
            }
        }
    }
}
JAVA
java -cp "lib/*" Write.java

cat >look.mjs <<'JS'
import {readFileSync} from 'node:fs';
import ExcelJS from 'exceljs';
import {strFromU8, unzipSync} from 'fflate';
import readWorkbook from 'read-excel-file/node';

const parts = unzipSync(readFileSync('rates.xlsx'));
console.log('dimension:', /<dimension ref="([^"]*)"/.exec(strFromU8(parts['xl/worksheets/sheet1.xml']))[1]);
const whole = new ExcelJS.Workbook();
await whole.xlsx.readFile('rates.xlsx');
console.log('exceljs, whole file:', whole.worksheets[0].rowCount, 'rows');
try {
  await readWorkbook('rates.xlsx');
  console.log('read-excel-file: read');
} catch (error) {
  console.log('read-excel-file:', error.message);
}
let rows = 0;
try {
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader('rates.xlsx')) {
    for await (const row of sheet) rows++;
  }
  console.log('exceljs, streaming:', rows, 'rows');
} catch (error) {
  console.log('exceljs, streaming:', error.message.replace(/: .*/, ''), 'after', rows, 'rows');
}
JS
node look.mjs | tee seen
diff - seen <<'TEXT' && echo "as written above"
dimension: A1
exceljs, whole file: 5 rows
read-excel-file: Couldn't unzip `.xlsx` file contents
exceljs, streaming: invalid signature after 0 rows
TEXT
