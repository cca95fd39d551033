/* Campaigns, newest first. There is no column of reach: its three kinds stand on the page of each, and no list adds or orders by them. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { CampaignAudience, CampaignChannel, type CampaignLine, type Campaigns } from '../../contract-campaigns.ts'
import { TrainingLanguage } from '../../contract-training.ts'

export function CampaignsScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Campaigns>('/api/campaigns')
  const columns: readonly Column<CampaignLine>[] = [
    {
      key: 'title',
      header: t('campaign.title'),
      value: (row) => row.title,
      cell: (row) => <AppLink to={`/campaigns/${row.id}`}>{row.title}</AppLink>,
    },
    { key: 'from', header: t('campaign.from'), value: (row) => row.from, cell: (row) => <DateText date={row.from} /> },
    { key: 'until', header: t('campaign.until'), value: (row) => row.until, cell: (row) => <DateText date={row.until} /> },
    said('state', t('training.state'), (row) => t(`campaign.state.${row.state}`)),
    said('channels', t('campaign.channels'), (row) => row.channels.map((one) => t(`campaign.channel.${one}`)).join(', ')),
    said('provinces', t('training.province'), (row) => row.provinces.join(', ')),
  ]
  return (
    <Page
      title={t('campaigns.title')}
      under={t('campaigns.under')}
      answer={answer}
      actions={data?.writes && <PlanCampaignAct again={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <DataTable
            {...{ caption: t('campaigns.title'), file: 'campaigns', rows: data.campaigns, columns, order: '-from' }}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('campaigns.none')}>{t('campaigns.none.do')}</EmptyState>}
          />
          <Source>{t('campaign.rule.reach')}</Source>
        </Panel>
      )}
    </Page>
  )
}

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
function PlanCampaignAct({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ title: '', theme: '', from: todayHere(), until: '', province: '', place: '', language: 'fr' })
  const [channels, setChannels] = useState<readonly string[]>([])
  const [audience, setAudience] = useState<readonly string[]>([])
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const { title, theme, from, until, province, place, language } = draft
  const isWhole =
    title.trim() !== '' &&
    theme.trim() !== '' &&
    from !== '' &&
    until >= from &&
    province !== '' &&
    channels.length > 0 &&
    audience.length > 0
  const data = isWhole
    ? {
        ...{ title: title.trim(), theme: theme.trim(), from, until, channels, audience, languages: [language] },
        places: [{ province, territoire: null, ...(place.trim() === '' ? {} : { place: place.trim() }) }],
      }
    : null
  const turned = (list: readonly string[], one: string, on: boolean) => (on ? [...list, one] : list.filter((each) => each !== one))
  return (
    <ActDialog
      {...{ title: t('campaign.plan'), explain: t('campaign.plan.explain'), go: t('campaign.plan'), path: '/api/campaigns', data }}
      missing={t('campaign.plan.missing')}
      onDone={again}
    >
      <TextField label={t('campaign.title')} value={title} onValue={(value) => set({ title: value })} maxLength={160} required />
      <LongTextField label={t('campaign.theme')} value={theme} onValue={(value) => set({ theme: value })} maxLength={400} required />
      <DateField label={t('campaign.from')} value={from} onValue={(value) => set({ from: value })} />
      <DateField label={t('campaign.until')} value={until} onValue={(value) => set({ until: value })} />
      <NamedField
        label={t('training.province')}
        value={province}
        named={provinces?.map(({ code, name }) => ({ id: code, name }))}
        empty={t('training.choose')}
        onValue={(value) => set({ province: value })}
      />
      <TextField label={t('training.place')} value={place} onValue={(value) => set({ place: value })} maxLength={160} />
      <SelectField
        label={t('training.language')}
        value={language}
        options={TrainingLanguage.options.map((value) => ({ value: String(value), label: t(`training.language.${value}`) }))}
        onValue={(value) => set({ language: value })}
      />
      <h3>{t('campaign.audience')}</h3>
      {CampaignAudience.options.map((one) => (
        <CheckChoice
          key={one}
          label={t(`campaign.audience.${one}`)}
          checked={audience.includes(one)}
          onChecked={(on) => setAudience(turned(audience, one, on))}
        />
      ))}
      <h3>{t('campaign.channels')}</h3>
      {CampaignChannel.options.map((one) => (
        <CheckChoice
          key={one}
          label={t(`campaign.channel.${one}`)}
          checked={channels.includes(one)}
          onChecked={(on) => setChannels(turned(channels, one, on))}
        />
      ))}
    </ActDialog>
  )
}
