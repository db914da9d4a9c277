/** Our topics under the names the scoring command uses; several of ours may share one. Those left out have none. */
export const topicNames: Readonly<Record<string, string>> = {
  calm: 'feelings', lonely: 'hurt', hurt: 'hurt', confused: 'confused', guilt: 'needs', worth: 'worth', selfcare: 'selfcare', friends: 'support', therapy: 'therapy', hope: 'patience',
  signs: 'signs', ignored: 'ignored', affection: 'affection', fights: 'fights', break: 'break', why: 'why', intimacy: 'intimacy', trauma: 'trauma', avoidant: 'avoidant',
  unworthy: 'unworthy', overwhelmed: 'overwhelmed', commitment: 'commitment', mentalhealth: 'mentalhealth', notme: 'notme', pattern: 'pattern', impact: 'impact', eggshells: 'impact',
  talk: 'talk', say: 'talk', listen: 'talk', ask: 'talk', agree: 'talk', space: 'space', steady: 'presence', empathy: 'empathy', patience: 'patience', chase: 'chase', trust: 'trust',
  needs: 'needs', boundary: 'boundaries', detach: 'detach', decide: 'leave', leave: 'leave', resources: 'resources', family: 'ignored', kids: 'support', longdistance: 'space', pride: 'support',
  culture: 'support', nocontact: 'chase',
};
