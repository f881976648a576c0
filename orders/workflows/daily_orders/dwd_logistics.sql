insert overwrite table orders_dw.dwd_logistics partition (dt='${bizdate}')
select  id, user_id, status, amount, created_at
from    orders_dw.ods_logistics
where   dt = '${bizdate}';
