/* What plenary does with an entry besides correcting it: the stance of a group is noted, the entry is taken off with a reason. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type HallEntry, Stance, type WorkshopShown } from '../../contract-workshops.ts'

interface ActParts {
  readonly entry: HallEntry
  readonly data: WorkshopShown
  readonly again: () => void
}
export function NoteStance({ entry, data, again }: ActParts) {
  const { t } = useWords()
  const [group, setGroup] = useState('')
  const [stance, setStance] = useState<Stance | ''>('')
  const [reason, setReason] = useState('')
  const isWhole = group !== '' && stance !== '' && (stance !== 'dissent' || reason.trim() !== '')
  return (
    <ActDialog
      {...{ title: t('workshop.stance.note'), explain: t('workshop.stance.note.explain', { n: entry.number }), kind: 'plain' }}
      {...{ go: t('workshop.save'), path: `/api/conflict/workshops/${data.id}/stances`, onDone: again }}
      data={isWhole ? { entry: entry.id, group: Number(group), stance, reason: reason.trim() || null } : null}
      missing={t('workshop.stance.missing')}
    >
      <SelectField
        label={t('workshop.group')}
        value={group}
        options={[
          { value: '', label: t('workshop.choose') },
          ...data.convened.groups.flatMap((name, index) => (entry.group === index + 1 ? [] : [{ value: String(index + 1), label: name }])),
        ]}
        onValue={setGroup}
      />
      <Choice
        legend={t('workshop.stance')}
        value={stance}
        options={Stance.options.map((value) => ({ value, label: t(`code.stance.${value}`) }))}
        onValue={setStance}
      />
      <LongTextField
        {...{ label: t('workshop.stance.reason'), hint: t('workshop.stance.reason.hint'), value: reason, maxLength: 400, rows: 2 }}
        onValue={setReason}
      />
    </ActDialog>
  )
}

export function WithdrawEntry({ entry, data, again }: ActParts) {
  const { t } = useWords()
  const [because, setBecause] = useState('')
  return (
    <ActDialog
      {...{ title: t('workshop.entry.withdraw'), explain: t('workshop.entry.withdraw.explain', { n: entry.number }), kind: 'danger' }}
      {...{ go: t('workshop.entry.withdraw'), path: `/api/conflict/workshops/${data.id}/entry-withdrawals`, onDone: again }}
      data={because.trim() === '' ? null : { entry: entry.id, because: because.trim() }}
      missing={t('workshop.because.missing')}
    >
      <LongTextField
        {...{ label: t('workshop.because'), hint: t('workshop.no-persons'), value: because, maxLength: 400, rows: 2, required: true }}
        onValue={setBecause}
      />
    </ActDialog>
  )
}
