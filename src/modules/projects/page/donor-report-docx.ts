/* The same report as a text document: headings, paragraphs and tables, which a ministry or a donor may go on writing in. */
import { type Language, dateText } from '../../../kernel/phrase.ts'
import { type DocxBlock, writeDocx } from '../../../kernel/write-docx.ts'
import { totalsOf } from '../contract-reports.ts'
import { COLUMNS, type DonorReportSheet, cellsOf, remarksOf } from './donor-report-page.ts'
import { moneyText, saidIn, sayIn } from './words.ts'

export function donorReportText({ document, sha256, supersededBy }: DonorReportSheet, language: Language): Uint8Array<ArrayBuffer> {
  const say = sayIn(language)
  const { results, activities, money, texts, from, until, number } = document
  const written = (text: string | null): DocxBlock => ({ kind: 'text', text: text ?? `▲ ${say('nothing-written')}` })
  const blocks: readonly DocxBlock[] = [
    { kind: 'title', text: say('title') },
    ...(sha256 === null ? [{ kind: 'text' as const, text: say('draft') }] : []),
    ...(supersededBy === null ? [] : [{ kind: 'text' as const, text: say('superseded', { number: supersededBy }) }]),
    {
      kind: 'table',
      rows: [
        ...(number === null ? [] : [[say('number'), number]]),
        [say('project'), `${document.code} · ${saidIn(language, document.title)}`],
        [say('donor'), document.donor],
        [say('implementer'), document.implementer],
        [say('period'), say('period-of', { from, until })],
        [say('made'), dateText(document.madeOn)],
      ],
    },
    { kind: 'text', text: document.gaps === 0 ? say('no-gap') : say('gaps', { n: document.gaps }) },
    { kind: 'heading', text: say('results') },
    ...results.flatMap((one): readonly DocxBlock[] => [
      { kind: 'subheading', text: `${say(`level.${one.level}`)} ${one.code} · ${saidIn(language, one.statement)}` },
      written(one.narrative),
      ...(one.indicators.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: COLUMNS.map((column) => say(column)),
              rows: one.indicators.map((row) => cellsOf(row, language)),
            },
          ]),
      ...one.indicators.flatMap((row): readonly DocxBlock[] => [
        ...remarksOf(row, language).map((text) => ({ kind: 'text' as const, text })),
        ...(row.reason === null ? [] : [{ kind: 'text' as const, text: `${say('reason-of', { code: row.code })} – ${row.reason}` }]),
      ]),
    ]),
    { kind: 'heading', text: say('section.activities') },
    written(texts.find(({ section }) => section === 'activities')?.text ?? null),
    {
      kind: 'table',
      head: [say('activity'), say('days'), say('status')],
      rows: activities.map((one) => [
        `${one.code} ${saidIn(language, one.title)}`,
        `${dateText(one.startsOn)} – ${dateText(one.endsOn)}`,
        say(`status.${one.status}`),
      ]),
    },
    { kind: 'heading', text: say('money') },
    {
      kind: 'table',
      head: [say('line'), say('budget'), say('spent-period'), say('spent-until'), say('left')],
      rows: [
        ...money.map((one) => ({ ...one, said: `${one.code} ${saidIn(language, one.title)}` })),
        ...totalsOf(money).map((one) => ({ ...one, said: say('total', { currency: one.currency }) })),
      ].map(({ said, currency, budget, inPeriod, until: spent }) => [
        said,
        ...[budget, inPeriod, spent, budget - spent].map((cents) => moneyText(language, cents, currency)),
      ]),
    },
    ...texts
      .filter(({ section }) => section !== 'activities')
      .flatMap(({ section, text }): readonly DocxBlock[] => [{ kind: 'heading', text: say(`section.${section}`) }, written(text)]),
    { kind: 'text', text: say('rule', { asks: document.asksAbove / 10, least: document.least }) },
    ...(sha256 === null ? [] : [{ kind: 'text' as const, text: `${say('hash')} : ${sha256}` }]),
  ]
  return writeDocx(blocks, { title: number === null ? say('title') : `${say('title')} ${number}`, language })
}
