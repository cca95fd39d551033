/* What the keeper of a house writes: what it is, its rooms from a day on. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { madeId } from '../../../../app/api.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type {
  FacilityType,
  HouseRule,
  Room,
  RoomKind,
  SecurityLevel,
  ShelterFacts,
  ShelterLine,
  SheltersAnswer,
} from '../../contract-directory.ts'

const facilities: readonly FacilityType[] = [
  ...(['shelter', 'multifunctional', 'information-resource', 'government-run', 'hotel-private', 'other-specialised'] as const),
]
const levels: readonly SecurityLevel[] = ['open', 'guarded', 'secret']
const kinds: readonly RoomKind[] = ['women', 'men', 'girls', 'boys', 'family', 'accessible']
const rules: readonly HouseRule[] = [
  ...(['visits-agreed', 'no-visits', 'telephones-kept', 'curfew', 'no-alcohol', 'school-for-children', 'mothers-with-children'] as const),
  ...(['men-with-family', 'work-outside-allowed', 'own-key', 'night-guard', 'leaves-when-wished'] as const),
]
type Texts = Omit<ShelterFacts, 'rules'> & { readonly rules: readonly HouseRule[] }
const complete = (texts: Texts): boolean => texts.name.trim() !== '' && texts.province !== ''

export function RegisterDialog({ areas }: Pick<SheltersAnswer, 'areas'>) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [texts, setTexts] = useState<Texts>({ name: '', province: '', facility: 'shelter', security: 'secret', rules: [] })
  return (
    <ActDialog
      title={t('shelters.register')}
      explain={t('shelters.register.explain')}
      go={t('shelters.register.go')}
      kind="primary"
      path="/api/shelters"
      data={complete(texts) ? { facts: texts } : null}
      onDone={(receipt) => void navigate({ to: `/shelters/${madeId(receipt)}` })}
    >
      <FactFields texts={texts} setTexts={setTexts} />
      <SelectField
        label={t('shelters.province')}
        value={texts.province}
        options={[{ value: '', label: '—' }, ...areas.map(({ code, name }) => ({ value: code, label: name }))]}
        onValue={(province) => setTexts({ ...texts, province })}
        required
      />
    </ActDialog>
  )
}
interface HouseProps {
  readonly house: ShelterLine
  readonly onDone: () => void
}
export function EditDialog({ house, onDone }: HouseProps) {
  const { t } = useWords()
  const [texts, setTexts] = useState<Texts>(house.facts)
  return (
    <ActDialog
      title={t('shelters.edit')}
      explain={t('shelters.edit.explain')}
      go={t('shelters.edit.go')}
      kind="plain"
      path={`/api/shelters/${house.id}/descriptions`}
      data={complete(texts) ? { facts: texts } : null}
      onDone={onDone}
    >
      <FactFields texts={texts} setTexts={setTexts} />
    </ActDialog>
  )
}
function FactFields({ texts, setTexts }: { readonly texts: Texts; readonly setTexts: (texts: Texts) => void }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t('shelters.name')}
        hint={t('shelters.name.hint')}
        value={texts.name}
        onValue={(name) => setTexts({ ...texts, name })}
        maxLength={60}
        required
      />
      <SelectField
        label={t('shelters.facility')}
        value={texts.facility}
        options={facilities.map((value) => ({ value, label: t(`shelters.facility.${value}`) }))}
        onValue={(facility) => setTexts({ ...texts, facility })}
      />
      <SelectField
        label={t('shelters.security')}
        value={texts.security}
        options={levels.map((value) => ({ value, label: t(`shelters.security.${value}`) }))}
        onValue={(security) => setTexts({ ...texts, security })}
      />
      <div className="field" role="group" aria-label={t('shelters.rules')}>
        <strong>{t('shelters.rules')}</strong>
        <div className="choices">
          {rules.map((one) => (
            <CheckChoice
              key={one}
              label={t(`shelters.rule.${one}`)}
              checked={texts.rules.includes(one)}
              onChecked={(is) => setTexts({ ...texts, rules: is ? [...texts.rules, one] : texts.rules.filter((other) => other !== one) })}
            />
          ))}
        </div>
      </div>
    </>
  )
}

interface RoomTexts {
  readonly room: string
  readonly kind: RoomKind
  readonly beds: string
}
const blank: RoomTexts = { room: '', kind: 'women', beds: '1' }
function roomsFrom(lines: readonly RoomTexts[]): readonly Room[] | null {
  const rooms = lines.map(({ room, kind, beds }) => ({ room: room.trim(), kind, beds: Number(beds) }))
  return rooms.every((one) => one.room !== '' && Number.isInteger(one.beds) && one.beds >= 0) ? rooms : null
}
export function ArrangeDialog({ house, onDone }: HouseProps) {
  const { t } = useWords()
  const [from, setFrom] = useState(todayHere())
  const standing = house.rooms.map(({ room, kind, beds }): RoomTexts => ({ room, kind, beds: String(beds) }))
  const [lines, setLines] = useState<readonly RoomTexts[]>(standing.length === 0 ? [blank] : standing)
  const rooms = roomsFrom(lines)
  const change = (at: number, part: Partial<RoomTexts>) => setLines(lines.map((one, other) => (other === at ? { ...one, ...part } : one)))
  return (
    <ActDialog
      title={t('shelters.arrange')}
      explain={t('shelters.arrange.explain')}
      go={t('shelters.arrange.go')}
      kind="plain"
      path={`/api/shelters/${house.id}/arrangements`}
      data={rooms === null || from === '' ? null : { from, rooms }}
      onDone={onDone}
    >
      <DateField label={t('shelters.arrange.from')} value={from} onValue={setFrom} required />
      {lines.map((line, at) => (
        <div key={at} className="room-line">
          <TextField label={t('shelters.room')} value={line.room} onValue={(room) => change(at, { room })} maxLength={40} required />
          <SelectField
            label={t('shelters.kind')}
            value={line.kind}
            options={kinds.map((value) => ({ value, label: t(`shelters.kind.${value}`) }))}
            onValue={(kind) => change(at, { kind })}
          />
          <TextField
            label={t('shelters.beds')}
            inputMode="numeric"
            value={line.beds}
            onValue={(beds) => change(at, { beds })}
            maxLength={4}
          />
          <Button onClick={() => setLines(lines.filter((_one, other) => other !== at))}>{t('shelters.arrange.drop')}</Button>
        </div>
      ))}
      <Button onClick={() => setLines([...lines, blank])}>{t('shelters.arrange.add')}</Button>
    </ActDialog>
  )
}
