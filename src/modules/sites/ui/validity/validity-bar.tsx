/* One bar: of the sites whose newest colour is green, how many still run and how many had lapsed. The numbers stand in words beside it. */
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ValidityAnswer } from '../../domain/register/answers.ts'
import './validity.css'

export function ValidityBar({ answer }: { readonly answer: ValidityAnswer }) {
  const { t } = useWords()
  const { newestGreen, newestGreenLapsed, asOf } = answer
  const running = newestGreen - newestGreenLapsed
  const percent = newestGreen === 0 ? 0 : Math.round((newestGreenLapsed / newestGreen) * 100)
  const sentence = t('validity.bar', { lapsed: newestGreenLapsed, running, percent, asOf })
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="share" role="img" aria-label={sentence}>
        <i className="running" style={{ flexGrow: running }} />
        <i className="lapsed" style={{ flexGrow: newestGreenLapsed }} />
      </div>
      <p>{sentence}</p>
      <Source>{t('validity.source')}</Source>
    </div>
  )
}
