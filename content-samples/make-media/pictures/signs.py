"""Small signs of the cards, as SVG around (0, 0) and about 44 wide, to stand in a circle of radius 34."""
TEAL, MINT, AMBER, BRICK = "#0b4f4a", "#8cc7b8", "#f2b33d", "#9c2f22"
INK, PAPER, WHITE, ROSE = "#16211f", "#fbf9f4", "#ffffff", "#f3d9d5"

LINE = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
PIN = '<path d="M0 26C-21 3-21-3-21-8a21 21 0 0 1 42 0C21-3 21 3 0 26z" fill="{}"/><circle cy="-8" r="8" fill="{}"/>'

SIGNS = {
    "camera": f'<rect x="-22" y="-14" width="44" height="31" rx="5" fill="{PAPER}"/><rect x="-8" y="-20" width="16" height="9" rx="3" fill="{PAPER}"/>'
              f'<circle cy="2" r="9" fill="none" stroke="{TEAL}" stroke-width="5"/>',
    "flag": f'<path d="M-13 22V-20" stroke="{PAPER}" stroke-width="6" {LINE}/><path d="M-11-19H18l-8 11 8 11H-11z" fill="{PAPER}"/>',
    "shield": f'<path d="M0-23l21 8v14c0 14-10 21-21 26C-11 20-21 13-21-1v-14z" fill="{PAPER}" stroke="{INK}" stroke-width="3" stroke-linejoin="round"/>'
              f'<path d="M-9 0l7 8L10-7" stroke="{INK}" stroke-width="5" {LINE}/>',
    "telephone": f'<path d="M-19-17c0 24 13 37 37 37l5-11-13-9-6 6c-7-3-11-8-13-13l6-7-9-12z" fill="{PAPER}" stroke="{PAPER}" stroke-width="3" stroke-linejoin="round"/>',
    "lens": f'<circle cx="-5" cy="-5" r="15" fill="none" stroke="{INK}" stroke-width="6"/><path d="M7 7l14 14" stroke="{INK}" stroke-width="7" {LINE}/>',
    "pencil": f'<path d="M-20 20l5-16L7-18l11 11L-4 15z" fill="{PAPER}" stroke="{INK}" stroke-width="4" stroke-linejoin="round"/><path d="M0-11l11 11" stroke="{INK}" stroke-width="4"/>',
    "talk": f'<path d="M-22-20H10v21H-8l-9 9V1h-5z" fill="{PAPER}"/><path d="M-2 6H14V-10h9v24h-5v8l-9-8H-2z" fill="{MINT}"/>',
    "tick": f'<path d="M-16 2l11 12L16-13" stroke="{PAPER}" stroke-width="7" {LINE}/>',
    "letter": f'<rect x="-21" y="-15" width="42" height="30" rx="4" fill="{PAPER}"/><path d="M-19-12L0 3l19-15" stroke="{TEAL}" stroke-width="4" {LINE}/>',
    "clock": f'<circle r="20" fill="{PAPER}"/><path d="M0-12V0l9 7" stroke="{INK}" stroke-width="5" {LINE}/>',
    "notice": f'<path d="M0-19V4" stroke="{PAPER}" stroke-width="8" {LINE}/><circle cy="18" r="5" fill="{PAPER}"/>',
    "mine": f'<path d="M-24 17L-6-19 4 1l7-9 13 25z" fill="{PAPER}" stroke="{INK}" stroke-width="3" stroke-linejoin="round"/>',
    "factory": f'<path d="M-22 18V-2l13-9v9L4-11v9l6-5V-20h10v38z" fill="{PAPER}" stroke="{INK}" stroke-width="3" stroke-linejoin="round"/>',
    "robot": f'<rect x="-24" y="-14" width="9" height="30" rx="4" fill="{INK}"/><rect x="15" y="-14" width="9" height="30" rx="4" fill="{INK}"/>'
             f'<rect x="-17" y="-21" width="34" height="42" rx="10" fill="{PAPER}"/><circle cx="-6" cy="-12" r="3" fill="{INK}"/><circle cx="6" cy="-12" r="3" fill="{INK}"/>'
             f'<rect x="-9" y="-1" width="18" height="15" rx="4" fill="{MINT}"/>',
    "spanner": f'<g transform="rotate(45) scale(.72)"><rect x="-8" y="-14" width="16" height="50" rx="8" fill="{PAPER}" stroke="{INK}" stroke-width="4"/>'
               f'<path d="M-22-38v22a22 18 0 0 0 44 0v-22L8-28v12H-8v-12z" fill="{PAPER}" stroke="{INK}" stroke-width="4" stroke-linejoin="round"/></g>',
    "collection": f'<path d="M-20-8H20L15 23h-30zM-25-17H25" fill="{PAPER}" stroke="{INK}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/>'
                  f'<path d="M0-4v17M-7 7l7 8 7-8" stroke="{TEAL}" stroke-width="5" {LINE}/>',
    "eye": f'<path d="M-24 0Q0-26 24 0Q0 26-24 0z" fill="{PAPER}" stroke="{INK}" stroke-width="4"/><circle r="8" fill="{INK}"/>',
    "choice": f'<path d="M0-22L26 0 0 22-26 0z" fill="{PAPER}" stroke="{INK}" stroke-width="4" stroke-linejoin="round"/><path d="M-8 0l6 7L8-6" stroke="{INK}" stroke-width="5" {LINE}/>',
    "wheel": f'<circle r="20" fill="{PAPER}" stroke="{INK}" stroke-width="4"/><circle r="6" fill="{INK}"/><path d="M0-20v9M0 11v9M-20 0h9M11 0h9" stroke="{INK}" stroke-width="4"/>',
    "match": f'<circle cx="-5" cy="-5" r="16" fill="none" stroke="{PAPER}" stroke-width="6"/><path d="M8 8l14 14" stroke="{PAPER}" stroke-width="7" {LINE}/>'
             f'<path d="M-12-5l6 6 9-11" stroke="{PAPER}" stroke-width="4" {LINE}/>',
    "pin": PIN.format(PAPER, TEAL),
    "parcel": f'<path d="M-21-10h42v30h-42z" fill="{PAPER}" stroke="{INK}" stroke-width="3" stroke-linejoin="round"/><path d="M-21-10l6-10h30l6 10M0-20v17" fill="none" stroke="{INK}" stroke-width="3" stroke-linejoin="round"/>',
    "euro": f'<path d="M13-14a17 17 0 1 0 0 28M-21-5H4M-21 5H4" stroke="{PAPER}" stroke-width="6" {LINE}/>',
    "star": f'<path d="M0-25l7 16 18 2-13 12 4 18L0 14l-16 9 4-18-13-12 18-2z" fill="{AMBER}"/>',
}
