/* How many notices are new, at the top of every screen. It asks every five minutes while the page is looked at, and says nothing when it cannot. */
import { useEffect } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { useWords } from '../../../app/words.ts'
import type { NoticeList } from '../domain/notice-words.ts'
import './notices.css'

const EVERY = 5 * 60_000

export function Bell() {
  const { t } = useWords()
  const { data, again } = useAnswer<NoticeList>('/api/notices')
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again()
    }, EVERY)
    return () => clearInterval(timer)
  }, [again])
  const n = data?.unseen ?? 0
  return (
    <AppLink to="/notices" className="bell">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6zm-2.5 15a2.5 2.5 0 0 0 5 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {n > 0 && (
        <b aria-hidden="true" className="bell-count">
          {n > 99 ? '99+' : n}
        </b>
      )}
      <span className="unseen">{n > 0 ? t('notices.bell', { n }) : t('notices.bell.none')}</span>
    </AppLink>
  )
}
