/* What happened to one lot, each scale and each hand by its day: weighings, moves, assays, what was made of it. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { numberText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import { LotMass } from '../gold/lot-mass.tsx'
import type { LotDetail } from '../../contract.ts'

export interface Names {
  readonly of: (organisation: string | null) => string
}
export function Weighings({ detail, names }: { readonly detail: LotDetail; readonly names: Names }) {
  const { t } = useWords()
  return (
    <Panel title={t('lots.weighings')}>
      <div className="table-wrap">
        <table className="table cards" role="table">
          <caption className="unseen">{t('lots.weighings')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('lots.day')}
              </th>
              <th role="columnheader" scope="col">
                {t('lots.occasion')}
              </th>
              <th role="columnheader" scope="col">
                {t('lots.by')}
              </th>
              <th role="columnheader" scope="col" className="n">
                {t('lots.mass')}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {detail.weighings.map((one, at) => (
              <tr key={at} role="row">
                <td role="cell">
                  <DateText date={one.weighedOn} />
                </td>
                <td role="cell" data-label={t('lots.occasion')}>
                  {t(`lots.weighing.${one.kind}`)}
                </td>
                <td role="cell" data-label={t('lots.by')}>
                  {names.of(one.organisation)}
                </td>
                <td role="cell" className="n" data-label={t('lots.mass')}>
                  <span>
                    <LotMass grams={one.massGrams} milligrams={one.massMilligrams ?? null} />
                    {one.tareGrams !== null && (
                      <span className="small">
                        {' '}
                        {t('lots.tare')} <MassText grams={one.tareGrams} />
                      </span>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

export function Transfers({ detail, names }: { readonly detail: LotDetail; readonly names: Names }) {
  const { t } = useWords()
  if (detail.transfers.length === 0) return null
  return (
    <Panel title={t('lots.transfers')}>
      <ol className="plain-list stack" style={{ gap: 10 }}>
        {detail.transfers.map((one, at) => (
          <li key={at}>
            <b>
              {names.of(one.from)} → {names.of(one.to)}
            </b>
            <br />
            {t('lots.sent')} <DateText date={one.sentOn} />, <MassText grams={one.sentGrams} />
            {' · '}
            {one.receivedOn === null ? (
              <i>{t('lots.on-the-way')}</i>
            ) : (
              <>
                {t('lots.received')} <DateText date={one.receivedOn} />, <MassText grams={one.receivedGrams} />
              </>
            )}
            {one.paper && <span className="small"> · {one.paper}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

export function Assays({ detail }: { readonly detail: LotDetail }) {
  const { t, language } = useWords()
  if (detail.assays.length === 0) return null
  return (
    <Panel title={t('lots.assays')}>
      <ul className="plain-list stack" style={{ gap: 6 }}>
        {detail.assays.map((one, at) => (
          <li key={at}>
            <b>
              {numberText(language, one.value)}
              {one.uncertainty !== null && ` ± ${numberText(language, one.uncertainty, 2)}`} {one.unit === 'percent' ? '%' : '‰'}{' '}
              {one.element === 'moisture' ? t('lots.assay.moisture') : one.element}
            </b>{' '}
            <span className="small">
              {one.lab} · <DateText date={one.assayedOn} /> · {t(`lots.assay.method.${one.method}`)}
              {one.sample !== null && ` · ${t('act.assay.sample')} ${one.sample}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Outputs({ detail }: { readonly detail: LotDetail }) {
  const { t } = useWords()
  if (detail.outputs.length === 0) return null
  return (
    <Panel title={t('lots.outputs')}>
      <ul className="plain-list stack" style={{ gap: 6 }}>
        {detail.outputs.map((one) => (
          <li key={one.lot}>
            <AppLink to={`/lots/${one.lot}`}>{one.number}</AppLink> <span className="small">{t(`lots.kind.${one.kind}`)}</span> ·{' '}
            <LotMass grams={one.drawnGrams} milligrams={one.drawnMilligrams} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
