/* What a screen of the telephone says on a desk. */
import { LinkButton } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'

export function DeskNote({ title }: { readonly title: string }) {
  const { t } = useWords()
  return (
    <Page title={title}>
      <EmptyState title={t('phone.desk')}>
        <p>{t('phone.desk.do')}</p>
        <div className="row tight">
          <LinkButton to="/field/enrol">{t('phone.desk.enrol')}</LinkButton>
          <LinkButton to="/field/rescue">{t('phone.desk.rescue')}</LinkButton>
        </div>
      </EmptyState>
    </Page>
  )
}
