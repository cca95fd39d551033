/*
The same tables as text, one Markdown row for each row of a sheet, so that a form can be read, compared and reviewed like any other text. The
first cell names the sheet where it begins; `\|` is a bar inside a cell, `<br>` a line break.
*/
import { type FormSheets, type SheetName, sheetNames } from './sheets.ts'

export function readMarkdown(text: string): FormSheets {
  const sheets: { [sheet in SheetName]: string[][] } = { survey: [], choices: [], settings: [] }
  let current: SheetName | null = null
  for (const line of text.split(/\r?\n/)) {
    const cells = cellsOf(line)
    if (cells === null) continue
    const [first = '', ...rest] = cells
    const named = sheetNames.find((name) => name === first.toLowerCase())
    if (named !== undefined) current = named
    if (current === null || (named !== undefined && rest.every((cell) => cell === ''))) continue
    sheets[current].push(rest)
  }
  return sheets
}

function cellsOf(line: string): readonly string[] | null {
  const trimmed = line.trim()
  if (!trimmed.startsWith('|') || /^\|[\s:|-]+\|$/.test(trimmed)) return null
  return trimmed
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll('<br>', '\n'))
}
