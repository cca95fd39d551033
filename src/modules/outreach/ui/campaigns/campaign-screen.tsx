/* One campaign: the list before publishing, materials, three kinds of reach in three panels without a sum, knowledge before and after, reports around its days. */
import { Fragment } from 'react'
import { numberText } from '../../../../kernel/phrase.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import type { CampaignShown } from '../../contract-campaigns.ts'
import { useSafeText } from '../safe-number.tsx'
import { CampaignActs, CheckAct } from './campaign-acts.tsx'

export function CampaignScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['campaign'] ?? ''
  const { data, answer, error, again } = useAnswer<CampaignShown>(`/api/campaigns/${id}`)
  return (
    <Page
      title={data?.line.title ?? t('campaigns.title')}
      crumbs={<AppLink to="/campaigns">{t('campaigns.title')}</AppLink>}
      under={data && `${t(`campaign.state.${data.line.state}`)} · ${data.line.provinces.join(', ')}`}
      answer={answer}
      actions={data?.writes && <CampaignActs shown={data} again={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <About shown={data} />
          <Checks shown={data} again={again} />
          <Reach shown={data} />
          <Kap shown={data} />
          <Voices shown={data} />
        </>
      )}
    </Page>
  )
}

interface PartProps {
  readonly shown: CampaignShown
}
function About({ shown: { line, audience, languages, places, materials, learned, writes } }: PartProps) {
  const { t } = useWords()
  return (
    <Panel>
      <p>{line.theme}</p>
      <dl className="pairs">
        <dt>{t('campaign.days')}</dt>
        <dd>
          <DateText date={line.from} /> – <DateText date={line.until} />
        </dd>
        <dt>{t('campaign.audience')}</dt>
        <dd>{audience.map((one) => t(`campaign.audience.${one}`)).join(', ')}</dd>
        <dt>{t('campaign.channels')}</dt>
        <dd>{line.channels.map((one) => t(`campaign.channel.${one}`)).join(', ')}</dd>
        <dt>{t('training.language')}</dt>
        <dd>{languages.map((one) => t(`training.language.${one}`)).join(', ')}</dd>
        <dt>{t('training.place')}</dt>
        <dd>{places.map(({ provinceName, place }) => [place, provinceName].filter(Boolean).join(', ')).join(' · ')}</dd>
        {materials.length > 0 && (
          <>
            <dt>{t('campaign.materials')}</dt>
            <dd>
              <ul className="plain-list">
                {materials.map(({ title, language, sha256 }) => (
                  <li key={sha256}>
                    {line.state === 'planned' && !writes ? title : <a href={`/api/campaigns/${line.id}/materials/${sha256}`}>{title}</a>} (
                    {t(`training.language.${language}`)})
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {learned !== null && (
          <>
            <dt>{t('campaign.learned')}</dt>
            <dd>{learned}</dd>
          </>
        )}
      </dl>
    </Panel>
  )
}
function Checks({ shown, again }: PartProps & { readonly again: () => void }) {
  const { t } = useWords()
  return (
    <Panel title={t('campaign.checks')}>
      <ul>
        {shown.checks.map(({ check, holds, how }) => (
          <li key={check}>
            <strong>{t(`campaign.check.${check}`)}</strong> :{' '}
            {holds === null ? t('campaign.check.open') : t(holds ? 'campaign.check.holds' : 'campaign.check.fails')}
            {how !== null && <span className="small"> · {how}</span>}{' '}
            {shown.writes && shown.line.state === 'planned' && <CheckAct id={shown.line.id} check={check} again={again} />}
          </li>
        ))}
      </ul>
      <Source>{t('campaign.rule.checks')}</Source>
    </Panel>
  )
}

/** Three panels; nothing here takes numbers of two of them. */
function Reach({ shown: { reach, least } }: PartProps) {
  const { t, language } = useWords()
  const safe = useSafeText(least)
  return (
    <>
      <Panel title={t('campaign.reach.direct')}>
        <p className="number">{t('campaign.reach.persons', { n: safe(reach.direct.persons) })}</p>
        <dl className="pairs">
          {reach.direct.bySex.map(({ sex, persons }) => (
            <Fragment key={sex}>
              <dt>{t(`outreach.sex.${sex}`)}</dt>
              <dd>{safe(persons)}</dd>
            </Fragment>
          ))}
          {reach.direct.byAge.map(({ age, persons }) => (
            <Fragment key={age}>
              <dt>{t(`outreach.age.${age}`)}</dt>
              <dd>{safe(persons)}</dd>
            </Fragment>
          ))}
        </dl>
        <Source>{t('training.rule.least', { n: least })}</Source>
      </Panel>
      <Panel title={t('campaign.reach.estimated')}>
        {reach.estimated.length === 0 && <p className="small">{t('campaign.reach.none')}</p>}
        <ul>
          {reach.estimated.map((one) => (
            <li key={one.id}>
              {t('campaign.reach.about', { n: numberText(language, one.estimatedPersons) })} · {t(`campaign.channel.${one.channel}`)} ·{' '}
              <DateText date={one.on} />
              <Source>{one.method}</Source>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('campaign.reach.digital')}>
        {reach.digital.length === 0 && <p className="small">{t('campaign.reach.none')}</p>}
        <ul>
          {reach.digital.map((one) => (
            <li key={one.id}>
              {t('campaign.reach.impressions', { n: numberText(language, one.impressions) })}
              {one.uniqueAccounts !== null && ` · ${t('campaign.reach.unique', { n: numberText(language, one.uniqueAccounts) })}`} ·{' '}
              {one.platform} · <DateText date={one.on} />
            </li>
          ))}
        </ul>
        <Source>{t('campaign.rule.reach')}</Source>
      </Panel>
    </>
  )
}
function Kap({ shown: { kap, least } }: PartProps) {
  const { t } = useWords()
  const safe = useSafeText(least)
  const of = (one: CampaignShown['kap'][number]['before']): string =>
    one === null ? t('campaign.kap.not-asked') : t('campaign.kap.of', { n: safe(one.agreed), of: safe(one.asked) })
  return (
    <Panel title={t('campaign.kap')}>
      {kap.length === 0 && <p className="small">{t('campaign.kap.none')}</p>}
      <ul>
        {kap.map((one) => (
          <li key={`${one.part}/${one.question}`}>
            <strong>{t(`campaign.kap.${one.part}`)}</strong> · {one.question}
            <br />
            {t('campaign.kap.before')} : {of(one.before)} · {t('campaign.kap.after')} : {of(one.after)}
          </li>
        ))}
      </ul>
      <Source>{t('campaign.kap.rule')}</Source>
    </Panel>
  )
}
function Voices({ shown: { voices, least } }: PartProps) {
  const { t } = useWords()
  const safe = useSafeText(least)
  return (
    <Panel title={t('campaign.voices')}>
      <p>
        {voices === null
          ? t('campaign.voices.none')
          : t('campaign.voices.of', { before: safe(voices.before), after: safe(voices.after), days: voices.days })}
      </p>
      <Source>{t('campaign.voices.rule')}</Source>
    </Panel>
  )
}
