/* How many telephones were not heard of. */
import { useAnswer } from '../../../../app/ask.ts'
import { Figure } from '../../../../app/kit/figure.tsx'
import { useWords } from '../../../../app/words.ts'
import type { FieldDevices } from './device-rows.ts'

export function LateFigure() {
  const { t } = useWords()
  const { data } = useAnswer<FieldDevices>('/api/field/devices')
  return (
    <Figure
      number={data?.late ?? null}
      label={t('devices.late')}
      source={t('devices.late.source', { days: data?.rules.silentDays ?? '…', unsent: data?.rules.unsentDays ?? '…' })}
      to="/devices"
    />
  )
}
