/* One workshop at the laptop of who runs it: prepared, run in the hall, read and corrected in plenary, frozen. It asks again every few seconds, since a hall writes meanwhile. */
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Tabs } from '../../../../app/kit/tabs.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { WorkshopShown } from '../../contract-workshops.ts'
import { CardsTab } from './cards-tab.tsx'
import { EntriesTab } from './entries-tab.tsx'
import { FreezeTab } from './freeze-tab.tsx'
import { HallTab } from './hall-tab.tsx'
import { ParticipantsTab } from './participants-tab.tsx'
import { PrepareTab } from './prepare-tab.tsx'
import { useLive } from './use-live.ts'
import { OpenMark } from './workshop-marks.tsx'
import { Days } from './workshops-screen.tsx'

const TABS = ['prepare', 'hall', 'wall', 'cards', 'freeze', 'participants'] as const

export function WorkshopScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const mayRun = mayOpen('conflict.map', useMe().data)
  const { data, answer, error, again } = useLive<WorkshopShown>(`/api/conflict/workshops/${params['workshop'] ?? ''}`, 4)
  if (!data && error)
    return (
      <Page title={t('workshops.one')} crumbs={<AppLink to="/workshops">{t('workshops.title')}</AppLink>}>
        <ErrorState error={error} again={again} />
      </Page>
    )
  if (!data) return <Loading />
  const { convened } = data
  const tab = TABS.find((one) => one === url['tab']) ?? (data.hall === null ? 'prepare' : 'hall')
  const parts = { data, again, mayRun }
  const content = {
    prepare: <PrepareTab {...parts} />,
    hall: <HallTab {...parts} />,
    wall: <EntriesTab {...parts} />,
    cards: <CardsTab {...parts} />,
    freeze: <FreezeTab {...parts} />,
    participants: <ParticipantsTab {...parts} />,
  }
  return (
    <Page
      title={convened.title}
      marks={data.hall !== null && <OpenMark />}
      crumbs={<AppLink to="/workshops">{t('workshops.title')}</AppLink>}
      under={
        <>
          {convened.round} · {data.zone} · <Days line={convened} />
          {data.host !== null && <> · {t('workshop.host', { name: data.host })}</>}
        </>
      }
      answer={answer}
      actions={
        <>
          {data.versions.length > 0 && convened.former !== null && (
            <LinkButton to={`/workshops/${data.id}/comparison`}>{t('workshop.compare.short')}</LinkButton>
          )}
          <LinkButton to={`/workshops/${data.id}/projector`}>{t('workshop.projector')}</LinkButton>
        </>
      }
    >
      {error && <Note>{t('workshop.lost')}</Note>}
      <Tabs
        label={convened.title}
        tabs={TABS.map((key) => ({ key, label: t(`workshop.tab.${key}`), content: content[key] }))}
        value={tab}
        onValue={(next) => change({ tab: next, edit: '', paper: '' })}
      />
      <PrintMark code={`A-${data.id.slice(-8)}`} />
    </Page>
  )
}
