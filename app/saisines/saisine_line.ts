import type { SaisineRead } from '#app/saisines/read_saisine'
import { copyText } from '#app/shared/copy'

/** One line for COPY in the order of the temporary table. */
export function saisineLine(saisine: SaisineRead): string {
  const { reference, conventionId, associationId, openedOn, channel, department } = saisine
  return (
    copyText(reference) +
    `\t${conventionId}\t${associationId}\t${openedOn}\t${channel}\t${department}\t${saisine.beneficiary}\t${saisine.mandate}\t` +
    copyText(saisine.facts) +
    '\t' +
    copyText(saisine.collectiveEvent)
  )
}
