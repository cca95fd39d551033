/* Certificates of a stolen key that need another: on the desk all that the reader may see, on the page of one its own, with whose turn it is. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { Redelivery } from '../../contract-issuing.ts'

const SHOWN = 20

/** The form with what is known filled in; also for a lot that is held, because the form says what to do then. */
export function ToRedeliver({ number }: { readonly number?: string }) {
  const { t } = useWords()
  const prepares = useMe().data?.capabilities.includes('certificates.prepare') === true
  const { data } = useAnswer<{ readonly certificates: readonly Redelivery[] }>('/api/redeliveries')
  const all = (data?.certificates ?? []).filter((one) => number === undefined || one.number === number)
  if (all.length === 0) return null
  return (
    <Note tone="red">
      <b>{t('redelivery.title', { n: all.length })}</b> {t('redelivery.explain')}
      <ul>
        {all.slice(0, SHOWN).map((one) => (
          <li key={one.number}>
            <AppLink to={`/certificates/${one.number}`}>{one.number}</AppLink> · {one.lotNumber} · {one.exporterName}
            {t('app.colon')} {t(`redelivery.next.${one.next}`)} {one.leftOn !== null && <DateText date={one.leftOn} />}
            {one.next === 'open' && prepares && (
              <AppLink to="/certificates/new" search={{ lot: one.lot, replaces: one.number }}>
                {t('dossier.new')}
              </AppLink>
            )}
            {one.nextDossier !== null && <AppLink to={`/certificates/dossiers/${one.nextDossier}`}>{t('dossier.see')}</AppLink>}
          </li>
        ))}
      </ul>
      {all.length > SHOWN && <p>{t('redelivery.more', { n: all.length - SHOWN })}</p>}
    </Note>
  )
}
