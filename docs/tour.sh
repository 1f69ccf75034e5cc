#!/bin/sh
# One public request from the first contact to the confirmed close, against a running demo:
#   sh docs/tour.sh                 (JIESU_URL names another address than http://127.0.0.1:12345)
set -eu
JAR=
trap 'rm -rf "$JAR"' EXIT

# ── the calls below need these few words
URL=${JIESU_URL:-http://127.0.0.1:12345}/api JAR=$(mktemp -d) JSON='content-type: application/json'
show()  { node -e "const r = JSON.parse(require('fs').readFileSync(0)); if (r.code) throw r; console.log([$1].flat().join('\n'))"; }
login() { curl -s -c $JAR/$1 -H "$JSON" -d '{"login":"'$1'","password":"yunchuan-demo-2026"}' $URL/session | show r.csrf > $JAR/$1.csrf; }
get()   { curl -s -b $JAR/$1 $URL$2; }
post()  { curl -s -b $JAR/$1 -H "x-csrf-token: $(cat $JAR/$1.csrf)" -H "$JSON" -d "$3" $URL$2; }
for who in agent1 dispatcher1 housing reviewer1 callback1 admin; do login $who; done

# ── 接: a citizen calls; the seat agent writes it down and submits it
post agent1 /orders '{"channel":"phone",
  "request":{"requestType":"help","category":"D0101","region":"990101003001","address":"江门口社区，澜江花园3号楼",
             "content":"我们小区3号楼单元门坏了两个星期，物业一直不修，晚上谁都能进来","demand":"尽快修好单元门"},
  "appellant":{"name":"张伟","gender":"male","callerPhone":"13900001234"}}' > $JAR/order
show '`${r.no} ${r.state}, limits ${r.profile}`' < $JAR/order
order=$(show r.id < $JAR/order)

# ── 派: the rules propose a unit and say why; the dispatcher agrees
get  dispatcher1 /orders/$order/proposal | show '`${r.lead} by rule ${r.rule}`'
post dispatcher1 /orders/$order/dispatch '{"lead":"housing","note":"请督促物业先修门锁"}' | show r.state

# ── 办: the unit signs, speaks with the citizen, reports what was done
post housing /orders/$order/assignments/1/sign '{}' | show r.assignments[0].state
get  housing /orders/$order | show '`${r.appellant.address} ${r.appellant.contactPhone}, to be opened with a reason: ${r.appellant.canUnmask}`'
post housing /orders/$order/assignments/1/contact '{"method":"phone","result":"connected","summary":"已与来电人核实位置"}' | show r.assignments[0].state
post housing /orders/$order/assignments/1/report '{"handling":"约见物业负责人，责成更换门锁","publicReply":"单元门锁已更换，可正常使用",
  "factTrue":"yes","solved":"solved","signer":"苗建成"}' | show r.state

# ── 督: somebody other than the unit finds the reply sound
post reviewer1 /orders/$order/reply-review '{"verdict":"approve"}' | show r.state

# ── 评: the citizen is called back and has the last word
post callback1 /orders/$order/callback '{"result":"answered","channel":"phone","outcome":"close",
  "answers":{"contacted":true,"replyTrue":true,"solved":"yes","satisfaction":5,"attitude":5,"reason":null,"opinion":null}}' | show r.state

# ── what the record says: the story, every clock with its arithmetic, and who has looked
get callback1 /orders/$order/timeline | show 'r.entries.map((e) => `${e.seq} ${e.words.zh} · ${e.words.en}`)'
get callback1 /orders/$order/clocks   | show 'r.clocks.map((c) => `${c.code} ${c.party}: ${c.words.zh}\n   ${c.words.en}`)'
get admin     /orders/$order/views    | show 'r.views.map((v) => `${v.at} ${v.name}, ${v.role}: ${v.fields}`)'
