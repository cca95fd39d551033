/* The sections of a report: lines with source and mark, tables, gaps in plain sight with the place where they are filled. */
import type { ReactNode } from 'react'
import { AppLink } from '../../../app/kit/button.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import type { ReportDocument, ReportLine, ReportSection, ReportTable } from '../contract.ts'
import { cellText, columnText, isNumber, said } from './report-text.ts'
import './reports.css'

export function ReportBody({
  document,
  writing,
}: {
  readonly document: ReportDocument
  /** What stands where the author writes. */
  readonly writing: (section: ReportSection) => ReactNode
}) {
  return (
    <>
      {document.sections.map((section) => (
        <Panel key={section.key} title={said('section', section.key)}>
          <div className="stack">
            {section.written !== null && writing(section)}
            {section.lines.length > 0 && <Lines lines={section.lines} />}
            {section.tables.map((table) => (
              <Table key={table.key} table={table} />
            ))}
          </div>
        </Panel>
      ))}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly ReportLine[] }) {
  const { language, t } = useWords()
  return (
    <dl className="report-lines">
      {lines.map((line) => (
        <div key={line.key} id={`line-${line.key}`}>
          <dt>{said('line', line.key, line.facts)}</dt>
          <dd>
            {line.state === 'gap' ? (
              <Gap who={line.who} where={line.where} />
            ) : line.state === 'none' ? (
              t('report.print.none')
            ) : (
              cellText(language, line.value, line.unit)
            )}
            <br />
            <Source>
              {t('report.print.source', { from: line.source.from.map((one) => said('from', one)).join(', '), n: line.source.count })} ·{' '}
              {line.mark}
            </Source>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function Gap({ who, where }: { readonly who: string | null; readonly where: string | null }) {
  const { t } = useWords()
  return (
    <span className="report-gap">
      ▲ {t('report.print.gap-who', { who: said('who', who ?? '') })} {where !== null && <AppLink to={where}>{t('reports.go')}</AppLink>}
    </span>
  )
}

function Table({ table }: { readonly table: ReportTable }) {
  const { language, t } = useWords()
  const { columns, rows } = table
  return (
    <section>
      <h3>{said('table', table.key)}</h3>
      {rows.length === 0 ? (
        <p className="small">{t('report.table.empty')}</p>
      ) : (
        <>
          {columns.length > 3 && <p className="report-swipe small">↔ {t('report.print.swipe', { n: columns.length })}</p>}
          <div className="table-scroll" style={{ overflowX: 'auto' }} role="region" aria-label={said('table', table.key)} tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  {columns.map((one) => (
                    <th key={one.key} className={isNumber(one.unit) ? 'n' : undefined}>
                      {said('column', one.key)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, 200).map((row, at) => (
                  <tr key={`${table.key}-${at}`}>
                    {columns.map((one, column) => (
                      <td key={one.key} className={isNumber(one.unit) ? 'n' : undefined}>
                        {one.asked && (row[column] ?? null) === null ? (
                          <span className="report-gap">▲ {t('report.print.gap')}</span>
                        ) : (
                          columnText(language, row[column] ?? null, one)
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <Source>
        {rows.length > 200 && t('reports.first', { n: 200, all: rows.length })} {t('report.print.source-of')} :{' '}
        {table.source.from.map((one) => said('from', one)).join(', ')} · {table.mark}
      </Source>
    </section>
  )
}

/** Gaps first: what is missing, who must fill it, where. */
export function GapList({ document }: { readonly document: ReportDocument }) {
  const { t } = useWords()
  const lines = document.sections.flatMap((section) => section.lines.filter(({ state }) => state === 'gap'))
  const texts = document.sections.filter(({ written }) => written !== null && written.text === null)
  const tables = document.sections
    .flatMap(({ tables }) => tables)
    .flatMap((table) => {
      const n = table.rows.reduce(
        (sum, row) => sum + table.columns.filter(({ asked }, at) => asked && (row[at] ?? null) === null).length,
        0,
      )
      return n === 0 ? [] : [{ table, n }]
    })
  return (
    <Panel title={t('reports.gaps', { n: document.gaps })}>
      {document.gaps === 0 ? (
        <p>{t('report.print.no-gap')}</p>
      ) : (
        <ul className="report-gaps">
          {texts.map(({ key }) => (
            <li key={key}>
              {said('section', key)} : {t('reports.gap.text')}
            </li>
          ))}
          {lines.map((line) => (
            <li key={line.key}>
              {said('line', line.key, line.facts)} : <Gap who={line.who} where={line.where} />
            </li>
          ))}
          {tables.map(({ table, n }) => (
            <li key={table.key}>
              {said('table', table.key)} : {t('reports.gap.cells', { n })} <Gap who={table.who} where={table.where} />
            </li>
          ))}
        </ul>
      )}
      <Source>{t('reports.gaps.rule')}</Source>
    </Panel>
  )
}
