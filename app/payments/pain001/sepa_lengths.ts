/** Longest texts that a SEPA file carries, in characters (EPC132-08; address in schema order). */
export const SEPA_LENGTHS = {
  name: 70,
  remittance: 140,
  address: { StrtNm: 70, BldgNb: 16, PstCd: 16, TwnNm: 35, Ctry: 2 },
} as const
