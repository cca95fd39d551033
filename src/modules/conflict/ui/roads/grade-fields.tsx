/* The source of an observation on a road: a body or a paper, never a person, with its two grades. */
import { useState } from 'react'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { GradedSource } from '../../contract-roads.ts'
import { Credibility, Reliability } from '../../contract-sheets.ts'

/** What nobody graded is not graded well: it begins at unknown. */
export function useGrade() {
  const [source, set] = useState<GradedSource>({ name: '', reliability: 'F', credibility: '6' })
  const name = source.name.trim()
  return { source, set, whole: name === '' ? null : { ...source, name } }
}
export function GradeFields({ source, set }: Pick<ReturnType<typeof useGrade>, 'source' | 'set'>) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t('roads.source.name')}
        hint={t('roads.source.hint')}
        value={source.name}
        maxLength={160}
        onValue={(name) => set({ ...source, name })}
        required
      />
      <SelectField
        label={t('roads.reliability')}
        value={source.reliability}
        options={Reliability.options.map((value) => ({ value, label: t(`sheet.reliability.${value}`) }))}
        onValue={(reliability) => set({ ...source, reliability })}
      />
      <SelectField
        label={t('roads.credibility')}
        value={source.credibility}
        options={Credibility.options.map((value) => ({ value, label: t(`sheet.credibility.${value}`) }))}
        onValue={(credibility) => set({ ...source, credibility })}
      />
    </>
  )
}
