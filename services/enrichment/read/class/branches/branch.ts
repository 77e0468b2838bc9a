/** What is known of one branch; how its words are written says `branches.ts`. */
export type Branch = readonly [industry: string, companyType: string, words: string];
