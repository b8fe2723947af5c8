import { refuse, type Refused } from '#app/shared/result'

/** Refuses a command that asks for neither its rehearsal nor its deed, or for both at once; null when it asks for one. */
export function rehearsalFirst(
  { dryRun, digest }: { dryRun: boolean | undefined; digest: string | undefined },
  deed: { code: string; name: string }
): Refused | null {
  if (Boolean(dryRun) !== Boolean(digest)) return null
  return refuse(
    deed.code,
    `Un essai à blanc d’abord, ${deed.name} ensuite.`,
    'Écrivez --dry-run, puis --digest et l’empreinte que l’essai a donnée.'
  )
}
