/*
`chanzo form convert FILE`: an XLSForm workbook (.xlsx, .xls) or its tables as Markdown becomes the XForm, on stdout. Nothing is opened and nothing
published. What is outside the subset goes to stderr by sheet, row and column, and the exit code says so.
*/
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { convertForm } from '../../modules/forms/domain/xlsform/convert.ts'
import { readMarkdown } from '../../modules/forms/domain/xlsform/markdown.ts'
import type { Problem } from '../../modules/forms/domain/xlsform/problem.ts'
import type { FormSheets } from '../../modules/forms/domain/xlsform/sheets.ts'
import { readWorkbook } from '../../modules/forms/server/workbook.ts'
import { type Outcome, accepted } from '../../kernel/outcome.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { formConvertText } from '../command-texts.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'

export const formConvert: Command = {
  ...formConvertText,
  run: async ({ operands: [file = ''] }) => {
    if (!existsSync(file) || !statSync(file).isFile()) throw new UsageFault(`There is no file ${file}.`)
    const sheets = sheetsIn(file)
    if (!sheets.ok) {
      process.stderr.write(`${sentenceOf(sheets.refusal)}\n`)
      return EXIT.refused
    }
    const converted = convertForm(sheets.value, basename(file, extname(file)))
    for (const notice of converted.notices) process.stderr.write(`${lineOf(notice)}\n`)
    if (!converted.ok) {
      for (const problem of converted.problems) process.stderr.write(`${lineOf(problem)}\n`)
      return EXIT.refused
    }
    process.stdout.write(`${converted.xform}\n`)
    return EXIT.done
  },
}

const sheetsIn = (file: string): Outcome<FormSheets> =>
  extname(file).toLowerCase() === '.md' ? accepted(readMarkdown(readFileSync(file, 'utf8'))) : readWorkbook(readFileSync(file))

const lineOf = ({ sheet, row, column, code, facts }: Problem): string =>
  `${wordsOf(column === '' ? 'forms.place-row' : 'forms.place', { sheet, row, column })}: ${wordsOf(`forms.problem.${code}`, facts)}`
