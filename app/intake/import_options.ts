export interface ImportOptions {
  actorId: number
  /** Check everything and write nothing. */
  dryRun?: boolean
  /** Apply the sound rows of a file that has bad ones. */
  validRows?: boolean
  /** Titles of this sender → our columns, told now and remembered for its next files. */
  titles?: ReadonlyMap<string, string>
  /** The instant of the import; now by default. */
  at?: Date
  /** Whose titles these are, for the mapping remembered from one file to the next. */
  sender?: string
  /** Called with the number of rows read so far. */
  progress?: (rowsRead: number) => void
}
