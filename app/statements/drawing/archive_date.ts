/**
 * The date that an archive's entries carry: noon of the issue day. Zip dates have no zone and their
 * writers use the machine's; noon exists everywhere and is the same text everywhere.
 */
export function archiveDate(issuedAt: Date): Date {
  return new Date(issuedAt.getUTCFullYear(), issuedAt.getUTCMonth(), issuedAt.getUTCDate(), 12)
}
