/* Every screen begins alike: where we are, its title, its actions, and as of when the server said it. */
import { useEffect, type ReactNode } from 'react'
import type { Answer } from '../api.ts'
import { useOnline } from '../connection.ts'
import { isFieldDevice } from '../device.ts'
import { neutralTitle } from '../neutral-name.ts'
import { useWords } from '../words.ts'
import { InstantText, instantText } from './values.tsx'

export interface PageProps {
  readonly title: string
  /** Marks beside the title. */
  readonly marks?: ReactNode
  /** Above the title: links to what contains this page. */
  readonly crumbs?: ReactNode
  readonly under?: ReactNode
  readonly actions?: ReactNode
  readonly answer?: Answer<unknown> | undefined
  /** A page about persons: the browser’s title, and so its history and the bar below, say nothing of it. */
  readonly discreet?: boolean
  readonly children: ReactNode
}
export function Page({ title, marks, crumbs, under, actions, answer, discreet = false, children }: PageProps) {
  const { t } = useWords()
  useEffect(() => {
    // The browser writes titles into its history, in clear: a telephone in the field gives it none.
    document.title = neutralTitle() ?? (discreet || isFieldDevice() ? t('app.name') : `${title} · ${t('app.name')}`)
  }, [title, discreet, t])
  return (
    <div className="stack page">
      <div className="page-head">
        <div>
          {crumbs && <div className="small crumbs">{crumbs}</div>}
          <h1>
            {title.charAt(0).toLocaleUpperCase() + title.slice(1)} {marks}
          </h1>
          {under && <div className="small">{under}</div>}
          {answer && actions && <Freshness answer={answer} />}
        </div>
        {answer && !actions && <Freshness answer={answer} />}
        {actions && <div className="row tight head-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** "State known on …": the server's own moment, also when the answer was kept on this device. */
export function Freshness({ answer }: { readonly answer: Answer<unknown> }) {
  const { t } = useWords()
  const online = useOnline()
  const sentence = t(online ? 'app.known' : 'app.known.kept', { when: '\u0000' }).split('\u0000')
  return (
    <div className="small" title={instantText(answer.answeredAt)}>
      {sentence[0]}
      <InstantText at={answer.answeredAt} />
      {sentence[1]}
    </div>
  )
}
