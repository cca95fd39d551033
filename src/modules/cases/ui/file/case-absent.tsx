/*
A file that cannot be shown: an address that is no code, a case that is not there, one that others work on. All three are one page, because the
difference would tell who asks whether somebody is helped here.
*/
import { LinkButton } from '../../../../app/kit/button.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { isAbsent } from './absent.ts'

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
