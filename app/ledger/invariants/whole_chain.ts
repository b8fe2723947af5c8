import { entryHash, GENESIS } from '#app/ledger/chain'
import { verdict, type Invariant } from '#app/ledger/invariants/invariant'
import { readJournal, type JournalEntry } from '#app/ledger/read_journal'

/** Each hash is computed again from the entry as it is now: one changed comma breaks the chain there. */
export const WHOLE_CHAIN: Invariant = {
  code: 'CHAINE_ENTIERE',
  label: 'La chaîne des écritures est entière',
  async examine(trx) {
    const faults: string[] = []
    let checked = 0
    let previous = GENESIS
    for await (const entry of readJournal(trx)) {
      checked++
      const fault = faultOf(entry, previous)
      if (fault) faults.push(`écriture ${entry.id}\u00a0: ${fault}`)
      previous = entry.hash
    }
    return verdict(checked, faults)
  },
}

function faultOf(entry: JournalEntry, previous: Buffer): string | null {
  if (!entry.previousHash.equals(previous)) return 'ne suit pas l’empreinte de la précédente'
  if (entry.positions.some((position, index) => position !== index + 1)) {
    return 'mouvements mal numérotés'
  }
  return entryHash(entry, entry.previousHash).equals(entry.hash)
    ? null
    : 'son contenu n’est plus celui que son empreinte scelle'
}
