/* One phone, several members: each signs under their own account, and comes back to the same form. */
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

export function HandOver({ page }: { readonly page: InspectionPage }) {
  const { t } = useWords()
  return (
    <div className="no-print">
      <Panel title={t('phone.title')}>
        <div className="stack">
          <p>{t('phone.explain')}</p>
          <div>
            <LinkButton to="/sign-in" search={{ to: `/inspections/${page.inspection}` }}>
              {t('phone.go')}
            </LinkButton>
          </div>
        </div>
      </Panel>
    </div>
  )
}
