/*
What on a page lies only on this telephone. Provisional is said where it stands and once for the whole page; nothing here ever says "sent".
*/
import { AppLink } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import type { Provisional, ProvisionalPage } from '../../domain/missions/provisional.ts'

export const provisionalIn = (page: InspectionPage & Pick<ProvisionalPage, 'provisional'>): Provisional | null => page.provisional ?? null

/** `provisoire`, with the arrow of what waits. */
export function NotSent({ when }: { readonly when: boolean | undefined }) {
  const { t } = useWords()
  if (!when) return null
  return (
    <span className="not-sent">
      <span aria-hidden="true">↑</span> {t('offline.provisional')}
    </span>
  )
}

export function ProvisionalNote({ page }: { readonly page: ProvisionalPage }) {
  const { t } = useWords()
  const told = provisionalIn(page)
  if (told === null) return null
  return (
    <>
      <Note tone="calm">
        <span aria-hidden="true">↑</span> {t(told.opened ? 'offline.opened-here' : 'offline.waits', { n: told.waiting })}{' '}
        <AppLink to="/field/shelf/ready">{t('offline.shelf')}</AppLink>
      </Note>
      {told.refused.map(({ id, refusal }) => (
        <Note key={id} tone="warn">
          <b>{t('offline.would-refuse')}</b> {refusalText(refusal.code, refusal.facts)}
        </Note>
      ))}
    </>
  )
}
