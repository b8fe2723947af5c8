import { readDictionary, type DescribedTable } from '#app/keeping/privacy/read_dictionary'
import { readRetention } from '#app/keeping/privacy/retention'
import { TREATMENTS, type Treatment } from '#app/keeping/privacy/treatments'
import { findSettings } from '#app/shared/settings'

export interface RegisteredTreatment extends Omit<Treatment, 'tables' | 'kept'> {
  kept: string
  tables: DescribedTable[]
}

export interface Register {
  /** Name of the federation, which answers for all of it; null before its settings are recorded. */
  controller: string | null
  treatments: RegisteredTreatment[]
}

/** The register of processing activities, from the real schema and the terms in force. */
export async function readRegister(): Promise<Register> {
  const retention = await readRetention()
  const tables = new Map((await readDictionary()).map((table) => [table.name, table]))
  return {
    controller: (await findSettings())?.federation.name ?? null,
    treatments: TREATMENTS.map((treatment) => ({
      ...treatment,
      kept: treatment.kept(retention),
      tables: treatment.tables.flatMap((name) => tables.get(name) ?? []),
    })),
  }
}
