/* When something happened, by the clock of whoever did it, and, where that is another time, when the register learned of it. */
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { isReceivedLater } from './received-later.ts'

export function WhenText({ at, received }: { readonly at: string; readonly received: string | undefined }) {
  const { t } = useWords()
  return (
    <>
      <InstantText at={at} />
      {received !== undefined && isReceivedLater(at, received) && (
        <span className="small ink-3">
          , {t('inspect.received')} <InstantText at={received} />
        </span>
      )}
    </>
  )
}
