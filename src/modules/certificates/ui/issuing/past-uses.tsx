/* Where and when goods left with this certificate; a second departure is named, because a certificate covers one. */
import { useAnswer } from '../../../../app/ask.ts'
import { Panel } from '../../../../app/kit/panel.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { ReportDeparture } from './report-departure.tsx'
import type { CertificateUse } from '../../contract-issuing.ts'

export function PastUses({ number, lot }: { readonly number: string; readonly lot: string }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly uses: readonly CertificateUse[] }>(`/api/certificates/${encodeURIComponent(number)}/uses`)
  if (data === undefined || data.uses.length === 0) return null
  return (
    <Panel title={t('use.past')}>
      <ul className="plain-list">
        {data.uses.map(({ on, place, massGrams, remark, again, status }, at) => (
          // Uses are only ever added behind.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <DateText date={on} /> · {place} {massGrams !== null && <MassText grams={massGrams} />} {remark}{' '}
            {status === 'revoked' && <b>{t('use.past.revoked')}</b>} {status === 'expired' && <b>{t('use.past.expired')}</b>}{' '}
            {again && <b>{t('use.again')}</b>}
          </li>
        ))}
      </ul>
      {data.uses.some(({ again, status }) => again || status !== 'valid') && (
        <p>
          <ReportDeparture lot={lot} />
        </p>
      )}
    </Panel>
  )
}
