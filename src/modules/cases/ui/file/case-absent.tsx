/*
A file that cannot be shown: an address that is no code, a case that is not there, one that others work on. All three are one page, because the
difference would tell who asks whether somebody is helped here.
*/
import { troubleOf } from '../../../../app/api.ts'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'

const isAbsent = (error: unknown): boolean => {
  const { kind, refusal } = troubleOf(error)
  return kind === 'missing' || kind === 'invalid' || refusal?.code === 'unknown-case'
}
export function CaseAbsent({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const { t } = useWords()
  if (!isAbsent(error)) return <ErrorState error={error} again={again} />
  return (
    <EmptyState title={t('case.absent')}>
      <p>{t('case.absent.do')}</p>
      <LinkButton to="/cases">{t('cases.title')}</LinkButton>
    </EmptyState>
  )
}
