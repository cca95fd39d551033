/* What passes on the axis of a site, on the page of the site: the alert of a rush with its figures, the six indicators, pictures. It knows today alone, and says so on a page of another day. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Freshness } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import type { SitePartProps } from '../../../app/site/site-part.ts'
import { dayText, useWords } from '../../../app/words.ts'
import { numberText } from '../../../kernel/phrase.ts'
import type { AxisFlow } from '../contract.ts'
import { BoomText, decimalText, percentText } from './flow-marks.tsx'
import { FlowPictures } from './flow-pictures.tsx'
import './mobility.css'

export function AxisPart({ site }: SitePartProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<AxisFlow>(`/api/flow-axes/${site}`)
  if (data?.points.length === 0) return null
  return (
    <Panel title={t('flows.axis')}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <Axis axis={data} />}
      {answer && <Freshness answer={answer} />}
    </Panel>
  )
}

function Axis({ axis }: { readonly axis: AxisFlow }) {
  const { t, language } = useWords()
  const saying = { t, language }
  const { least, floorTo, factor, leastRecent, leastEarlier } = axis.rules
  const passages = numberText(language, axis.passages)
  return (
    <div className="stack">
      {axis.points.map(({ point, boom, daily }) => (
        <Note key={point.id} tone={boom.is === 'alert' ? 'red' : 'calm'}>
          <p>
            <AppLink to={`/flows/${point.id}`}>{point.name}</AppLink> · {t('flows.daily')} {decimalText(saying, daily)} ·{' '}
            <BoomText boom={boom} /> ·{' '}
            {t('flows.boom.figures', {
              ...{ recent: decimalText(saying, boom.recent), earlier: decimalText(saying, boom.earlier) },
              ...{ recentDays: boom.recentDays, earlierDays: boom.earlierDays },
            })}
          </p>
        </Note>
      ))}
      <Pairs
        lines={[
          [t('flows.passages'), axis.fewDays === 0 ? passages : t('flows.passages.few', { n: passages, few: axis.fewDays, least })],
          [t('flows.minors'), percentText(saying, axis.minors)],
          [t('flows.mining'), percentText(saying, axis.mining)],
          [t('flows.in-out'), axis.inOut === null ? t('flows.not-told') : decimalText(saying, axis.inOut)],
        ]}
      />
      <FlowPictures months={axis.months} origins={axis.origins} reasons={axis.reasons} rules={axis.rules} />
      <Source>{t('flows.axis.days', { from: dayText(axis.from), until: dayText(axis.until) })}</Source>
      <Source>{t('flows.rule', { least, floorTo })}</Source>
      <Source>{t('flows.boom.rule', { factor, leastRecent, leastEarlier })}</Source>
    </div>
  )
}
