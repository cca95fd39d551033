/* What is done with a campaign: points of the list, materials, publishing, reach of one kind at a time, people asked, closing. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { FileField } from '../../../../app/kit/file-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type CampaignCheck, type CampaignShown, KapPart, type RecordReach } from '../../contract-campaigns.ts'
import { ReachFields, type ReachDraft, blankReach, reachData } from './reach-fields.tsx'

interface ActProps {
  readonly shown: CampaignShown
  readonly again: () => void
}
export function CampaignActs({ shown, again }: ActProps) {
  const { t } = useWords()
  const at = `/api/campaigns/${shown.line.id}`
  const [learned, setLearned] = useState('')
  const { state, until } = shown.line
  if (state === 'closed') return null
  if (state === 'planned')
    return (
      <>
        <MaterialAct shown={shown} again={again} />
        <ActDialog
          {...{
            title: t('campaign.publish'),
            explain: t('campaign.publish.explain'),
            go: t('campaign.publish'),
            path: `${at}/publication`,
            data: {},
          }}
          onDone={again}
        >
          <p className="small">{t('campaign.rule.checks')}</p>
        </ActDialog>
        <KapAct shown={shown} again={again} />
      </>
    )
  return (
    <>
      <ReachAct shown={shown} again={again} />
      <KapAct shown={shown} again={again} />
      {until <= todayHere() && (
        <ActDialog
          {...{
            title: t('campaign.close'),
            explain: t('campaign.close.explain'),
            go: t('campaign.close'),
            path: `${at}/closing`,
            kind: 'plain' as const,
          }}
          data={learned.trim() === '' ? null : { learned: learned.trim() }}
          onDone={again}
        >
          <LongTextField label={t('campaign.learned')} value={learned} onValue={setLearned} maxLength={1000} required />
        </ActDialog>
      )}
    </>
  )
}

export function CheckAct({ id, check, again }: { readonly id: string; readonly check: CampaignCheck; readonly again: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState<{ readonly holds: '' | 'yes' | 'no'; readonly how: string }>({ holds: '', how: '' })
  const data = draft.holds === '' || draft.how.trim() === '' ? null : { check, holds: draft.holds === 'yes', how: draft.how.trim() }
  return (
    <ActDialog
      {...{
        title: t('campaign.check.say'),
        explain: t(`campaign.check.${check}`),
        go: t('campaign.check.say'),
        path: `/api/campaigns/${id}/checks`,
        data,
      }}
      kind="plain"
      onDone={again}
    >
      <Choice
        legend={t(`campaign.check.${check}`)}
        value={draft.holds}
        options={[
          { value: 'yes', label: t('campaign.check.holds') },
          { value: 'no', label: t('campaign.check.fails') },
        ]}
        onValue={(holds) => setDraft({ ...draft, holds })}
      />
      <LongTextField
        label={t('campaign.check.how')}
        value={draft.how}
        onValue={(how) => setDraft({ ...draft, how })}
        maxLength={400}
        required
      />
    </ActDialog>
  )
}

function MaterialAct({ shown, again }: ActProps) {
  const { t } = useWords()
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<object | null>(null)
  const [channel = 'poster'] = shown.line.channels
  const [language = 'fr'] = shown.languages
  const data = file === null || title.trim() === '' ? null : { title: title.trim(), channel, language, file }
  return (
    <ActDialog
      {...{
        title: t('campaign.material.add'),
        explain: t('campaign.material.explain'),
        go: t('campaign.material.add'),
        data,
        kind: 'plain' as const,
      }}
      path={`/api/campaigns/${shown.line.id}/materials`}
      onDone={again}
    >
      <TextField label={t('campaign.material.title')} value={title} onValue={setTitle} maxLength={160} required />
      <FileField<object> label={t('campaign.material.file')} hint={t('campaign.material.hint')} onKept={setFile} />
    </ActDialog>
  )
}

function ReachAct({ shown, again }: ActProps) {
  const { t } = useWords()
  const [draft, setDraft] = useState<ReachDraft>(blankReach)
  const data: RecordReach | null = reachData(draft)
  return (
    <ActDialog
      {...{
        title: t('campaign.reach.add'),
        explain: t('campaign.rule.reach'),
        go: t('campaign.reach.add'),
        path: `/api/campaigns/${shown.line.id}/reach`,
        data,
      }}
      onDone={() => {
        setDraft(blankReach)
        again()
      }}
    >
      <ReachFields draft={draft} onDraft={setDraft} channels={shown.line.channels} />
    </ActDialog>
  )
}

function KapAct({ shown, again }: ActProps) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ when: 'before', part: 'knowledge', question: '', agreed: '', asked: '', on: todayHere() })
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const isWhole = draft.question.trim() !== '' && /^\d+$/.test(draft.agreed) && /^\d+$/.test(draft.asked)
  const data = isWhole ? { ...draft, question: draft.question.trim(), agreed: Number(draft.agreed), asked: Number(draft.asked) } : null
  return (
    <ActDialog
      {...{
        title: t('campaign.kap.add'),
        explain: t('campaign.kap.rule'),
        go: t('campaign.kap.add'),
        path: `/api/campaigns/${shown.line.id}/kap`,
        data,
      }}
      kind="plain"
      onDone={again}
    >
      <SelectField
        label={t('campaign.kap.when')}
        value={draft.when}
        options={[
          { value: 'before', label: t('campaign.kap.before') },
          { value: 'after', label: t('campaign.kap.after') },
        ]}
        onValue={(when) => set({ when })}
      />
      <SelectField
        label={t('campaign.kap')}
        value={draft.part}
        options={KapPart.options.map((value) => ({ value: String(value), label: t(`campaign.kap.${value}`) }))}
        onValue={(part) => set({ part })}
      />
      <TextField
        label={t('campaign.kap.question')}
        value={draft.question}
        onValue={(question) => set({ question })}
        maxLength={300}
        required
      />
      <TextField label={t('campaign.kap.agreed')} inputMode="numeric" value={draft.agreed} onValue={(agreed) => set({ agreed })} required />
      <TextField label={t('campaign.kap.asked')} inputMode="numeric" value={draft.asked} onValue={(asked) => set({ asked })} required />
      <DateField label={t('campaign.on')} value={draft.on} max={todayHere()} onValue={(on) => set({ on })} />
    </ActDialog>
  )
}
