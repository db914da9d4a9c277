/**
 * The landing alone. Its phone plays once, in less than five seconds: longer would need a way to stop it
 * (WCAG 2.2.2), and where motion is unwelcome all of it simply stands there.
 */
export const landingStyle = `
.land{display:grid;gap:clamp(3.5rem,8vw,6rem);max-width:70rem;margin-inline:auto}
.land section{display:grid;gap:1.25rem;min-width:0}
.land h2{font-size:clamp(1.5rem,1.25rem + 1vw,1.875rem);font-weight:600;letter-spacing:-.02em}
.land p{max-width:38rem}
.hero{display:grid;gap:2.5rem;align-items:center;padding-top:1rem}
.hero h1{font-size:clamp(2.375rem,1.7rem + 3vw,3.75rem);font-weight:300;letter-spacing:-.035em;line-height:1.08}
.hero .lead{font-size:1.1875rem;max-width:32rem}
.ways{display:flex;flex-wrap:wrap;gap:.75rem}
.ways .do b{font-variant-numeric:tabular-nums;white-space:nowrap;margin-inline:.3rem}
.ask{display:grid;gap:1.25rem;justify-items:start}
.picture{position:relative;justify-self:center;width:min(21.5rem,100%)}
.picture::before,.picture::after{content:'';position:absolute;width:15rem;height:15rem;border:2.25rem solid var(--veil);border-radius:50%;z-index:-1}
.picture::before{inset:-2.5rem auto auto -4.5rem;border-right-color:transparent;border-bottom-color:transparent;transform:rotate(-12deg)}
.picture::after{inset:auto -4.5rem -2rem auto;border-left-color:transparent;border-top-color:transparent;transform:rotate(-12deg)}
.hero{position:relative;z-index:0;padding-bottom:2.5rem}
main{overflow-x:clip}
.foot{max-width:72.5rem}
.phone{display:flex;flex-direction:column;min-height:32rem;padding:1.25rem 1rem 1.5rem;border:.4375rem solid var(--ink);border-radius:2.75rem;background:var(--paper);box-shadow:0 1.5rem 3rem -1.5rem rgb(8 40 46/.35)}
@media (prefers-color-scheme:dark){.phone{border-color:var(--line);box-shadow:none}}
.phone .to{padding-bottom:.75rem;border-bottom:1px solid var(--line);text-align:center;font-weight:600;font-size:.9375rem}
.talk{display:flex;flex-direction:column;gap:.625rem;flex:1;justify-content:end;padding:1rem 0 0;list-style:none;font-size:.9375rem;line-height:1.45}
.talk li{max-width:88%;padding:.625rem .875rem;border-radius:1.25rem}
.talk .out{align-self:end;background:var(--lagoon);color:var(--on-lagoon);border-end-end-radius:.3125rem}
.talk .in{align-self:start;background:var(--veil);border-end-start-radius:.3125rem}
.caption{padding-top:.75rem;text-align:center}
@media (prefers-reduced-motion:no-preference){.talk li{animation:arrive .5s ease-out backwards}
.talk li:nth-child(1){animation-delay:.4s}.talk li:nth-child(2){animation-delay:1.3s}.talk li:nth-child(3){animation-delay:2.9s}.talk li:nth-child(4){animation-delay:3.9s}
@keyframes arrive{from{opacity:0;transform:translateY(.5rem)}}}
.two{display:grid;gap:1.25rem 3rem}
.two ul{display:grid;gap:.5rem;align-content:start}
.two h3{margin-bottom:.75rem;font-size:1.0625rem}
.words{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15.5rem),1fr));gap:0 2.5rem;margin:0}
.words div{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;padding:.625rem 0;border-bottom:1px solid var(--line)}
.words dt{font-weight:700;color:var(--lagoon);letter-spacing:.02em}
.words dd{margin:0;text-align:end}
.roads{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1rem;padding:0;list-style:none}
.roads li{display:grid;gap:.375rem;align-content:start;padding:1.25rem 1.5rem;border:1px solid var(--line);border-radius:1.25rem;background:var(--paper)}
.roads h3{font-size:1.1875rem}
.roads code{font:inherit;font-weight:600;color:var(--lagoon)}
.help{padding:clamp(1.25rem,4vw,2.5rem);border:1px solid var(--dawn-line);border-radius:1.75rem;background:var(--dawn)}
.help a{color:inherit}
.places{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1rem 2.5rem;margin:0}
.places dt{font-weight:700}
.places dd{margin:0}
.sources{display:grid;gap:.5rem 3rem;font-size:.9375rem}
@media (min-width:48rem){.two,.sources{grid-template-columns:1fr 1fr}}
@media (min-width:60rem){.hero{grid-template-columns:minmax(0,1fr) 26rem;padding:2rem 0 3rem}.picture{justify-self:end;margin-right:3rem}}
`;
