// Giai đoạn và ngày ký của thỏa thuận nào được suy ra chứ không có chữ nào nói, theo quy tắc nào, từ đâu?
// Which periods and dates of signing were inferred, by which rule, and from what?
// Columns: document, what (period or signed), value, rule, inferred_from.
MATCH (source:Document)-[:STATES]->(agreement:Agreement)
UNWIND [
  {what: "period", value: toString(agreement.period_start) + "-" + toString(agreement.period_end),
   rule: agreement.period_inferred, from: agreement.period_inferred_from},
  {what: "signed", value: agreement.signed, rule: agreement.signed_inferred, from: agreement.signed_inferred_from}
] AS claim
WITH source, claim WHERE claim.rule IS NOT NULL
RETURN DISTINCT source.file_name AS document, claim.what AS what, claim.value AS value, claim.rule AS rule,
       claim.from AS inferred_from
ORDER BY document, what, value
