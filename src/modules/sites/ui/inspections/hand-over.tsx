/*
Several members, one form. At a desk each signs in under their own account and comes back to it; in the field it goes to the colleague's phone,
without network, or the colleague takes their own seat on this one.
*/
import { fieldHand } from '../../../../app/device.ts'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

export function HandOver({ page }: { readonly page: InspectionPage }) {
  const { t } = useWords()
  const isPhone = fieldHand() !== null
  return (
    <div className="no-print">
      <Panel title={t(isPhone ? 'offline.hand-over.title' : 'sign-here.title')}>
        <div className="stack">
          <p>{t(isPhone ? 'offline.hand-over.explain' : 'sign-here.explain')}</p>
          <div>
            {isPhone ? (
              <LinkButton kind="primary" to={`/field/hand-over/${page.inspection}`}>
                {t('offline.hand-over')}
              </LinkButton>
            ) : (
              <LinkButton to="/sign-in" search={{ to: `/inspections/${page.inspection}` }}>
                {t('sign-here.go')}
              </LinkButton>
            )}
          </div>
        </div>
      </Panel>
    </div>
  )
}
