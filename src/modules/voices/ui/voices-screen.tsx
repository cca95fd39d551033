/* Reports that wait for the desk, oldest first, with their clocks. What names the reader's own body is not here and not counted. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import type { VoiceList, VoiceRow } from '../contract.ts'
import { aboutText, deskText, placeText } from './voice-words.ts'

export function VoicesScreen() {
  const { t } = useWords()
  const { data: me } = useMe()
  const { data, answer, error, again } = useAnswer<VoiceList>('/api/voices')
  const columns = useColumns()
  const actions = mayOpen('voices.type-in', me) ? <LinkButton to="/voices-typed-in">{t('voices.type-in')}</LinkButton> : undefined
  return (
    <Page title={t('voices.title')} under={t('voices.under')} answer={answer} actions={actions}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <DataTable
            caption={t('voices.title')}
            file="voices"
            order="received"
            sortedByServer
            plain
            rows={data.voices}
            columns={columns}
            rowKey={(one) => one.id}
            empty={<EmptyState title={t('voices.none')}>{t('voices.none.do')}</EmptyState>}
          />
          {data.shortened && <p className="small">{t('voices.shortened')}</p>}
          <Source>{t('voices.clock.source', { triage: data.triageDays, answer: data.answerDays })}</Source>
          <p className="small">
            <a href="/report" target="_blank" rel="noreferrer">
              {t('voices.form')}
            </a>
          </p>
        </Panel>
      )}
    </Page>
  )
}

function useColumns(): readonly Column<VoiceRow>[] {
  const { t } = useWords()
  return [
    { key: 'received', header: t('voices.received'), value: (one) => one.receivedOn, cell: (one) => <Received one={one} /> },
    {
      key: 'about',
      header: t('voices.about'),
      value: aboutText,
      cell: (one) => <AppLink to={`/voices/${one.id}`}>{aboutText(one) || t('voices.about.none')}</AppLink>,
    },
    { key: 'place', header: t('voices.place'), value: placeText, cell: (one) => placeText(one) || t('voices.about.none') },
    {
      key: 'channel',
      header: t('voices.channel'),
      value: (one) => one.channel,
      cell: (one) => `${t(`voices.channel.${one.channel}`)} · ${t(`voices.language.${one.language}`)}`,
    },
    { key: 'state', header: t('voices.state'), value: (one) => one.state, cell: (one) => <State one={one} /> },
    { key: 'clock', header: t('voices.clock'), value: (one) => one.triageBy, cell: (one) => <ClockCell one={one} /> },
    { key: 'desk', header: t('voices.desk'), value: (one) => one.firstDesk, cell: (one) => deskText(one.firstDesk) },
  ]
}
function Received({ one }: { readonly one: VoiceRow }) {
  const { t } = useWords()
  return (
    <>
      <DateText date={one.receivedOn} /> · {one.ageDays} {t('voices.age.days', { n: one.ageDays })}
      {one.isSlow && <> · {t('voices.slow')}</>}
    </>
  )
}
function State({ one }: { readonly one: VoiceRow }) {
  const { t } = useWords()
  const parts = [
    t(`voices.state.${one.state}`),
    ...(one.answers > 0 ? [t('voices.answered')] : []),
    ...(one.newFacts > 0 ? [`${one.newFacts} ${t('voices.new-facts', { n: one.newFacts })}`] : []),
  ]
  return <>{parts.join(' · ')}</>
}
function ClockCell({ one }: { readonly one: VoiceRow }) {
  const { t } = useWords()
  const text =
    one.state === 'waiting'
      ? t('voices.clock.triage', { day: one.triageBy })
      : one.answers === 0
        ? t('voices.clock.answer', { day: one.answerBy })
        : '–'
  return (
    <>
      {one.isLate && <strong>{t('voices.clock.late')} · </strong>}
      {text}
    </>
  )
}
