/* The sites of a lot with their share, what is proven, the days and the status on those days; the last line is what no site answers for. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { wordOr, useWords } from '../../../../app/words.ts'
import { dateText, numberText } from '../../../../kernel/phrase.ts'
import type { LotComposition } from '../../contract-tracing.ts'
import '../custody.css'
import { AmountText, percentText, unitsOf } from './amount.tsx'
import { sitesCsv } from './sites-csv.ts'

type Part = LotComposition['sites'][number]

export function SitesTable({ made }: { readonly made: LotComposition }) {
  const { t, language } = useWords()
  const whole = Math.max(1, unitsOf(made.mass))
  return (
    <>
      <div className="table-wrap">
        <table className="table cards" role="table">
          <caption className="unseen">{t('trace.made-of')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('lots.site')}
              </th>
              <th role="columnheader" scope="col" className="n">
                {t('lots.share')}
              </th>
              <th role="columnheader" scope="col" className="n">
                {t('lots.mass')}
              </th>
              <th role="columnheader" scope="col">
                {t('trace.proven')}
              </th>
              <th role="columnheader" scope="col">
                {t('trace.produced')}
              </th>
              <th role="columnheader" scope="col">
                {t('trace.status-then')}
              </th>
              <th role="columnheader" scope="col" className="n">
                {t('lots.bags')}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {made.sites.map((part) => (
              <Row key={part.site} part={part} whole={whole} />
            ))}
            {unitsOf(made.unexplained.total) > 0 && (
              <tr role="row">
                <td role="cell" data-label={t('lots.site')}>
                  <span>
                    <i className="share-key share-unknown" aria-hidden="true" />
                    {t('trace.no-origin')}
                  </span>
                </td>
                <td role="cell" className="n" data-label={t('lots.share')}>
                  <span>{percentText(language, made.unexplained.hundredthsOfPercent)}</span>
                </td>
                <td role="cell" className="n" data-label={t('lots.mass')}>
                  <AmountText amount={made.unexplained.total} />
                </td>
                <td role="cell" colSpan={4}>
                  <span className="small">{t('trace.no-origin.see')}</span>
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <div className="row no-print">
        <span className="small grow">{t('trace.proven.explain')}</span>
        <Button onClick={() => saveFile(`${made.number}-origine.csv`, sitesCsv(made, t), 'text/csv')}>{t('table.export')}</Button>
      </div>
    </>
  )
}

function Row({ part, whole }: { readonly part: Part; readonly whole: number }) {
  const { t, language } = useWords()
  const name = part.siteName ?? part.site
  return (
    <tr role="row">
      <td role="cell" data-label={t('lots.site')}>
        <AppLink to={`/sites/${part.site}`}>{name}</AppLink>
      </td>
      <td role="cell" className="n" data-label={t('lots.share')}>
        <span>{percentText(language, part.hundredthsOfPercent)}</span>
      </td>
      <td role="cell" className="n" data-label={t('lots.mass')}>
        <AmountText amount={part.amount} />
      </td>
      <td role="cell" data-label={t('trace.proven')}>
        <span>
          <Proven part={part} whole={whole} />
          <AmountText amount={part.least} /> – <AmountText amount={part.most} />
          {part.proven === 'sound' && <span className="small"> {t('trace.proven.sound')}</span>}
        </span>
      </td>
      <td role="cell" data-label={t('trace.produced')}>
        <span>
          {part.producedFrom === null
            ? t('app.unknown')
            : part.producedFrom === part.producedTo || part.producedTo === null
              ? dateText(part.producedFrom)
              : `${dateText(part.producedFrom)} – ${dateText(part.producedTo)}`}
        </span>
      </td>
      <td role="cell" data-label={t('trace.status-then')}>
        <span>
          {part.standings
            .map(
              ({ status, lots }) =>
                `${status === null ? t('app.unknown') : wordOr(`trace.status.${status}`, status)} (${numberText(language, lots)})`,
            )
            .join(', ')}
          {part.withoutRight > 0 && <b> · {t('trace.without-right.short', { n: part.withoutRight })}</b>}
        </span>
      </td>
      <td role="cell" className="n" data-label={t('lots.bags')}>
        <span>
          {numberText(language, part.lots)}
          {part.held > 0 && <b> · {t('trace.held.short', { n: part.held })}</b>}
        </span>
      </td>
    </tr>
  )
}

/** The share as a bar, and over it the span between the least and the most that is proven. */
function Proven({ part, whole }: { readonly part: Part; readonly whole: number }) {
  const percent = (amount: Part['amount']): string => `${Math.min(100, (unitsOf(amount) / whole) * 100)}%`
  const span = `${Math.max(0, Math.min(100, ((unitsOf(part.most) - unitsOf(part.least)) / whole) * 100))}%`
  return (
    <div className="proven" aria-hidden="true">
      <i style={{ width: percent(part.amount) }} />
      <b style={{ left: percent(part.least), width: span }} />
    </div>
  )
}
