/** The two versions of the credit transfer initiation that banks take: .09, or .03 for older ones. */
export const PAIN_VERSIONS = ['pain.001.001.09', 'pain.001.001.03'] as const

export type PainVersion = (typeof PAIN_VERSIONS)[number]
