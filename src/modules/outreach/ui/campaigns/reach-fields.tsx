/* Fields of one figure of reach: another kind has other fields, so that nobody types an estimate where persons are counted. */
import { useAnswer } from '../../../../app/ask.ts'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { parse } from '../../../../kernel/schema.ts'
import { AgeBand, Sex } from '../../contract.ts'
import { type CampaignLine, RecordReach } from '../../contract-campaigns.ts'

export interface ReachDraft {
  readonly kind: '' | 'direct' | 'estimated' | 'digital'
  readonly on: string
  readonly channel: string
  readonly province: string
  readonly sex: string
  readonly age: string
  readonly n: string
  readonly method: string
  readonly platform: string
  readonly unique: string
}
export const blankReach: ReachDraft = {
  ...{ kind: '', on: todayHere(), channel: '', province: '', sex: 'woman', age: 'not-said', n: '', method: '', platform: '', unique: '' },
}
const whole = (typed: string): number | null => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null)

/** `null` while something is missing; the schema of the command decides. */
export function reachData({ kind, on, channel, province, sex, age, n, method, platform, unique }: ReachDraft): RecordReach | null {
  const number = whole(n)
  const of = { on, channel }
  const said =
    kind === 'direct'
      ? { kind, ...of, province, counted: [{ sex, age, persons: number }] }
      : kind === 'estimated'
        ? { kind, ...of, province, estimatedPersons: number, method }
        : { kind, ...of, platform, impressions: number, uniqueAccounts: unique.trim() === '' ? null : whole(unique) }
  const read = parse(RecordReach, said)
  return kind !== '' && read.ok ? read.value : null
}

interface FieldsProps {
  readonly draft: ReachDraft
  readonly onDraft: (draft: ReachDraft) => void
  readonly channels: CampaignLine['channels']
}
interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
export function ReachFields({ draft, onDraft, channels }: FieldsProps) {
  const { t } = useWords()
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas
  const set = (part: Partial<ReachDraft>) => onDraft({ ...draft, ...part })
  const choose = { value: '', label: t('training.choose') }
  return (
    <>
      <Choice
        legend={t('campaign.reach.kind')}
        value={draft.kind}
        options={(['direct', 'estimated', 'digital'] as const).map((value) => ({
          value,
          label: t(`campaign.reach.${value}`),
          hint: t(`campaign.reach.${value}.hint`),
        }))}
        onValue={(kind) => set({ kind, n: '' })}
      />
      <DateField label={t('campaign.on')} value={draft.on} max={todayHere()} onValue={(on) => set({ on })} />
      <SelectField
        label={t('campaign.channels')}
        value={draft.channel}
        options={[choose, ...channels.map((value) => ({ value: String(value), label: t(`campaign.channel.${value}`) }))]}
        onValue={(channel) => set({ channel })}
      />
      {(draft.kind === 'direct' || draft.kind === 'estimated') && (
        <NamedField
          label={t('training.province')}
          value={draft.province}
          named={provinces?.map(({ code, name }) => ({ id: code, name }))}
          empty={t('training.choose')}
          onValue={(province) => set({ province })}
        />
      )}
      <OfKind draft={draft} set={set} />
    </>
  )
}

/** What only one kind asks. */
function OfKind({ draft, set }: { readonly draft: ReachDraft; readonly set: (part: Partial<ReachDraft>) => void }) {
  const { t } = useWords()
  return (
    <>
      {draft.kind === 'direct' && (
        <>
          <SelectField
            label={t('training.sex')}
            value={draft.sex}
            options={Sex.options.map((value) => ({ value: String(value), label: t(`outreach.sex.${value}`) }))}
            onValue={(sex) => set({ sex })}
          />
          <SelectField
            label={t('training.age')}
            value={draft.age}
            options={AgeBand.options.map((value) => ({ value: String(value), label: t(`outreach.age.${value}`) }))}
            onValue={(age) => set({ age })}
          />
        </>
      )}
      {draft.kind !== '' && (
        <TextField label={t(`campaign.reach.${draft.kind}.n`)} inputMode="numeric" value={draft.n} onValue={(n) => set({ n })} required />
      )}
      {draft.kind === 'estimated' && (
        <LongTextField
          label={t('campaign.reach.method')}
          hint={t('campaign.reach.method.hint')}
          value={draft.method}
          onValue={(method) => set({ method })}
          maxLength={600}
          required
        />
      )}
      {draft.kind === 'digital' && (
        <>
          <TextField
            label={t('campaign.reach.platform')}
            value={draft.platform}
            onValue={(platform) => set({ platform })}
            maxLength={80}
            required
          />
          <TextField label={t('campaign.reach.accounts')} inputMode="numeric" value={draft.unique} onValue={(unique) => set({ unique })} />
        </>
      )}
    </>
  )
}
