/*
The timer of `serve`: a round of letters every few minutes. A round that fails is told once in the log of the server and the next one
comes anyway; stopping waits for the round under way, so that no letter is left in doubt by an ordinary stop.
*/
import type { NoticesModule } from '../modules/notices/module.ts'
import { type MailSettings, createMailer } from '../platform/mail/mailer.ts'

const MINUTES = 5

export interface MailRounds {
  readonly stop: () => Promise<void>
}

export function startMailRounds(
  notices: NoticesModule,
  settings: MailSettings,
  { report, everyMinutes = MINUTES }: { readonly report: (error: unknown) => void; readonly everyMinutes?: number },
): MailRounds {
  const mailer = createMailer(settings)
  notices.mailStarts()
  let underWay: Promise<void> = Promise.resolve()
  let isBusy = false
  const tick = (): void => {
    if (isBusy) return
    isBusy = true
    underWay = notices
      .round(mailer)
      .then(() => undefined, report)
      .finally(() => (isBusy = false))
  }
  const timer = setInterval(tick, everyMinutes * 60_000)
  tick()
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
      mailer.close()
    },
  }
}
