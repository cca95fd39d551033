/* A departure under a certificate that does not count is a thing to be handled: the way to an incident about its lot, for who may report one. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'

/** Without `lot` (nothing but a code was read) the report begins empty. */
export function ReportDeparture({ lot }: { readonly lot: string | null }) {
  const { t } = useWords()
  const me = useMe().data
  if (!mayOpen('incidents.report', me)) return null
  return (
    <AppLink to="/incidents/new" search={lot === null ? {} : { lot }}>
      {t('use.alarm.report')}
    </AppLink>
  )
}
