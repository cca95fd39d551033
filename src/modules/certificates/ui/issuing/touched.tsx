/* A certificate that counts although an incident with a risk that stops touches it: on the desk all of them, beside a dossier or a certificate its own. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { TouchedCertificate } from '../../contract-issuing.ts'

/** `number`: only of this certificate. Nothing is shown to whom nothing is told. */
export function Touched({ number }: { readonly number?: string | null }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly certificates: readonly TouchedCertificate[] }>('/api/touched-certificates')
  const shown = (data?.certificates ?? []).filter((one) => number === undefined || one.number === number)
  return (
    <>
      {shown.map((one) => (
        <Note key={one.number} tone="red">
          <b>
            {one.number} · {one.lotNumber}
          </b>{' '}
          {t('touched.note', { since: one.since })}{' '}
          {one.incident === null ? t('touched.kept') : <AppLink to={`/incidents/${one.incident}`}>{one.incidentNumber}</AppLink>}{' '}
          <AppLink to={`/certificates/${one.number}`}>{t('touched.open')}</AppLink>
        </Note>
      ))}
    </>
  )
}
