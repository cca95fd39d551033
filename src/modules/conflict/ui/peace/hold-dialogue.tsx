/* A dialogue that was held, written down in one go: where, what about, parties one to a line, and what each promised. */
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { DialogueTopic } from '../../contract-peace.ts'

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string; readonly parent?: string }[]
}
interface PartyDraft {
  readonly key: string
  readonly organisation: string
  readonly written: string
}
interface PromiseDraft {
  readonly id: string
  readonly who: string
  readonly what: string
  readonly due: string
}
const newParty = (): PartyDraft => ({ key: newId(), organisation: '', written: '' })
const newPromise = (): PromiseDraft => ({ id: newId(), who: '', what: '', due: '' })

export function HoldDialogueAct({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const [said, setSaid] = useState({ territoire: '', place: '', topic: 'site-access', about: '', heldOn: todayHere() })
  const [parties, setParties] = useState<readonly PartyDraft[]>(() => [newParty(), newParty()])
  const [promises, setPromises] = useState<readonly PromiseDraft[]>(() => [newPromise()])
  const areas = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas
  const province = areas?.find((one) => one.code === said.territoire)?.parent
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const whole = parties.filter((one) => one.organisation !== '' || one.written.trim() !== '')
  const agreements = promises.filter((one) => one.who !== '' && one.what.trim() !== '' && one.due !== '')
  const { place, about, ...rest } = said
  const data =
    province === undefined || said.heldOn === '' || whole.length < 2
      ? null
      : {
          ...{ ...rest, province },
          ...(place.trim() === '' ? {} : { place: place.trim() }),
          ...(about.trim() === '' ? {} : { about: about.trim() }),
          parties: whole.map((one) =>
            one.organisation === '' ? { kind: 'community', written: one.written.trim() } : { kind: 'body', organisation: one.organisation },
          ),
          agreements: agreements.flatMap(({ id, who, what, due }) => {
            const at = whole.findIndex((one) => one.key === who)
            return at < 0 ? [] : [{ id, who: at, what: what.trim(), due }]
          }),
        }
  return (
    <ActDialog
      {...{
        title: t('dialogue.hold'),
        explain: t('dialogue.hold.explain'),
        go: t('dialogue.hold.go'),
        path: '/api/conflict/dialogues',
        data,
      }}
      missing={t('dialogue.hold.missing')}
      onDone={again}
    >
      <NamedField
        label={t('warnings.zone')}
        value={said.territoire}
        named={areas?.map(({ code, name }) => ({ id: code, name }))}
        empty={t('incident-new.choose')}
        onValue={(territoire) => set({ territoire })}
      />
      <TextField label={t('dialogue.place')} value={place} onValue={(to) => set({ place: to })} maxLength={160} />
      <SelectField
        label={t('dialogue.topic')}
        value={said.topic}
        options={DialogueTopic.options.map((value) => ({ value: String(value), label: t(`dialogue.topic.${value}`) }))}
        onValue={(topic) => set({ topic })}
      />
      <LongTextField
        label={t('dialogue.about')}
        hint={t('peace.no-names')}
        value={about}
        onValue={(to) => set({ about: to })}
        maxLength={600}
      />
      <DateField label={t('dialogue.held')} value={said.heldOn} max={todayHere()} onValue={(heldOn) => set({ heldOn })} />
      <Parties parties={parties} set={setParties} />
      <Promises promises={promises} parties={whole} set={setPromises} />
    </ActDialog>
  )
}

function Parties({ parties, set }: { readonly parties: readonly PartyDraft[]; readonly set: (to: readonly PartyDraft[]) => void }) {
  const { t } = useWords()
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  const change = (key: string, part: Partial<PartyDraft>) => set(parties.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <>
      {parties.map((one, at) => (
        <div key={one.key}>
          <NamedField
            label={t('dialogue.party', { n: at + 1 })}
            value={one.organisation}
            named={bodies?.organisations}
            empty={t('dialogue.party.community')}
            onValue={(organisation) => change(one.key, { organisation })}
          />
          {one.organisation === '' && (
            <TextField
              label={t('dialogue.party.written')}
              hint={t('peace.no-names')}
              value={one.written}
              onValue={(written) => change(one.key, { written })}
              maxLength={120}
            />
          )}
        </div>
      ))}
      <Button onClick={() => set([...parties, newParty()])}>{t('dialogue.party.more')}</Button>
    </>
  )
}

interface PromisesProps {
  readonly promises: readonly PromiseDraft[]
  readonly parties: readonly PartyDraft[]
  readonly set: (to: readonly PromiseDraft[]) => void
}
function Promises({ promises, parties, set }: PromisesProps) {
  const { t } = useWords()
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  const nameOf = ({ organisation, written }: PartyDraft): string =>
    organisation === '' ? written : (bodies?.organisations.find((one) => one.id === organisation)?.name ?? '')
  const change = (id: string, part: Partial<PromiseDraft>) => set(promises.map((one) => (one.id === id ? { ...one, ...part } : one)))
  return (
    <>
      {promises.map((one) => (
        <div key={one.id}>
          <NamedField
            label={t('dialogue.promise.who')}
            value={one.who}
            named={parties.map((party) => ({ id: party.key, name: nameOf(party) }))}
            empty={t('incident-new.choose')}
            onValue={(who) => change(one.id, { who })}
          />
          <TextField label={t('dialogue.promise.what')} value={one.what} onValue={(what) => change(one.id, { what })} maxLength={400} />
          <DateField label={t('dialogue.due')} value={one.due} onValue={(due) => change(one.id, { due })} />
        </div>
      ))}
      <Button onClick={() => set([...promises, newPromise()])}>{t('dialogue.promise.more')}</Button>
    </>
  )
}
