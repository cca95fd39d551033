/* A choice among things that have a name (organisations): by name in order; the module asks the server for them. */
import { useWords } from '../words.ts'
import { SelectField, type SelectFieldProps } from './field.tsx'

export interface Named {
  readonly id: string
  readonly name: string
}
export interface NamedFieldProps extends Omit<SelectFieldProps<string>, 'options'> {
  /** Undefined while the server has not answered. */
  readonly named: readonly Named[] | undefined
  /** The words of the empty choice. */
  readonly empty: string
}
/** `value` is an id, or '' for the empty choice. */
export function NamedField({ named, empty, ...field }: NamedFieldProps) {
  const { t } = useWords()
  const options = [
    { value: '', label: named ? empty : t('app.loading') },
    ...(named ?? []).toSorted((a, b) => a.name.localeCompare(b.name)).map((one) => ({ value: one.id, label: one.name })),
  ]
  return <SelectField {...field} options={options} />
}
